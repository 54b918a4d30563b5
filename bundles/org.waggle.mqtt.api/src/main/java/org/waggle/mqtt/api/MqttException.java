package org.waggle.mqtt.api;

/** A publish or subscribe that the broker did not take over. */
public final class MqttException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MqttException(String message) {
    super(message);
  }

  public MqttException(String message, Throwable cause) {
    super(message, cause);
  }
}
