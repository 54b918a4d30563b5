package org.waggle.radio.ember.ezsp;

/** Octets that are not the EZSP frame they should be. The only way that decoding fails. */
public final class EzspFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  public EzspFormatException(String message) {
    super(message);
  }
}
