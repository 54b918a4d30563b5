package org.waggle.radio.ember.link;

import java.time.Duration;
import org.waggle.radio.ember.ash.AshSettings;

/**
 * Numbers of a link.
 *
 * @param commands how many EZSP commands may wait for their responses at once
 * @param responseTimeout how long a coordinator that acknowledges may take to respond
 * @param silence after which a coordinator is asked whether it is there
 */
public record LinkSettings(
    AshSettings ash, int commands, Duration responseTimeout, Duration silence) {

  /**
   * For a coordinator as it is met in the field. Others have had several commands under way for
   * years; more than a few gain nothing on a serial line.
   */
  public static final LinkSettings USUAL =
      new LinkSettings(AshSettings.USUAL, 4, Duration.ofSeconds(10), Duration.ofSeconds(10));
}
