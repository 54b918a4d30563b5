package org.waggle.radio.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes radios of one or more adapter families. A service; its property {@value #ADAPTER} names the
 * families, one string or several, such as {@code ember}.
 */
@ProviderType
public interface ZigbeeRadioProvider {

  /**
   * Service property: the adapter families of this provider ({@code String} or {@code String[]}).
   */
  String ADAPTER = "adapter";

  /**
   * Makes a radio that is not open yet. Cheap: touches no hardware.
   *
   * @param listener told of everything that the radio hears; see there for threads
   */
  ZigbeeRadio create(RadioSettings settings, RadioListener listener);
}
