package org.waggle.radio.api;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

  /**
   * The settings for what is plugged in there, by its USB identity and names; empty if nothing says
   * that it is a coordinator of these families. Touches no hardware.
   */
  default Optional<RadioSettings> recognize(SerialPortInfo port) {
    return Optional.empty();
  }

  /**
   * Finds out whether a coordinator of these families is at a port: tries what the settings leave
   * open, such as the baud rate, and closes the port again. Does not block.
   *
   * @return the settings that work; empty if there is none. Fails with {@code PORT_UNAVAILABLE} if
   *     the port cannot be opened
   */
  default CompletionStage<Optional<RadioSettings>> probe(RadioSettings settings) {
    return CompletableFuture.completedStage(Optional.empty());
  }
}
