package org.waggle.radio.ember.ezsp;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How something went: a code of one of three worlds, and what it means in all of them.
 *
 * @param code as it was on the wire
 */
public record EzspStatus(Meaning meaning, World world, long code) {

  public static final EzspStatus OK = new EzspStatus(Meaning.OK, World.SL, 0);

  /** The enumerations that codes come from. */
  public enum World {
    /** {@code EmberStatus}: the stack's answers before version 14, 8 bits. */
    EMBER("EmberStatus 0x%02X"),
    /** {@code EzspStatus}: the protocol's own answers before version 14, 8 bits. */
    EZSP("EzspStatus 0x%02X"),
    /** {@code sl_status}: all answers since version 14, and of the security manager, 32 bits. */
    SL("sl_status 0x%04X");

    private final String format;

    World(String format) {
      this.format = format;
    }
  }

  /** What a radio tells apart. The codes are those of UG100 appendix and {@code sl_status.h}. */
  public enum Meaning {
    OK(ember(0x00), ezsp(0x00), sl(0x0000)),
    FAILED(ember(0x01), sl(0x0001)),

    NETWORK_UP(ember(0x90), sl(0x0015)),
    NETWORK_DOWN(ember(0x91), sl(0x0016)),
    NETWORK_OPENED(ember(0x9C), sl(0x0C18)),
    NETWORK_CLOSED(ember(0x9D), sl(0x0C19)),
    CHANNEL_CHANGED(ember(0x9B), sl(0x0C17)),
    PAN_ID_CHANGED(ember(0x9A), sl(0x0C16)),
    NODE_ID_CHANGED(ember(0x99), sl(0x0C07)),
    NOT_JOINED(ember(0x93), sl(0x0017)),
    JOIN_FAILED(ember(0x94)),
    MOVE_FAILED(ember(0x96), sl(0x0C06)),
    CANNOT_JOIN_AS_ROUTER(ember(0x98)),
    NO_BEACONS(ember(0xAB), sl(0x0018)),

    /** The destination did not acknowledge. */
    DELIVERY_FAILED(ember(0x66), sl(0x0C02)),
    NO_APS_ACK(sl(0x0C20)),
    APS_MESSAGE_CANCELED(sl(0x0C21)),
    ID_DISCOVERY_FAILED(sl(0x0C1F)),
    ID_DISCOVERY_NOT_ENABLED(sl(0x0C22)),
    ID_DISCOVERY_UNDERWAY(sl(0x0C23)),
    ROUTE_DISCOVERY_UNDERWAY(sl(0x0C24)),
    SEND_UNICAST_FAILURE(sl(0x0C25)),
    NO_ROUTE(sl(0x0C26)),
    BROADCAST_TO_SLEEPY_CHILDREN_TIMEOUT(sl(0x0C27)),
    BROADCAST_RELAY_FAILED(sl(0x0C28)),
    SOURCE_ROUTE_FAILURE(ember(0xA9), sl(0x0C13)),
    MANY_TO_ONE_ROUTE_FAILURE(ember(0xAA), sl(0x0C14)),
    ADDRESS_DISCOVERY_IN_PROGRESS(ember(0xBE), sl(0x0C09)),
    NO_MAC_ACK(ember(0x40), sl(0x0040)),
    INDIRECT_TIMEOUT(ember(0x42), sl(0x0041)),
    CHANNEL_ACCESS_FAILED(ember(0x8D), sl(0x004C)),
    MESSAGE_TOO_LONG(ember(0x74), ezsp(0x40), sl(0x0038), sl(0x0049)),

    /** Too many unicasts wait for their acknowledgements. */
    MESSAGE_LIMIT_REACHED(ember(0x72), sl(0x0C03)),
    NETWORK_BUSY(ember(0xA1), sl(0x0004)),
    OUT_OF_MEMORY(ember(0x18), ezsp(0x35), sl(0x0019), sl(0x001A)),
    QUEUE_FULL(ember(0x39), ezsp(0x41), sl(0x0053)),
    TRANSMITTER_BUSY(ember(0x8C), sl(0x0034)),
    SCANNING(ember(0x3D), sl(0x004D)),
    OPERATION_IN_PROGRESS(ember(0xBA), sl(0x0005)),

    INVALID_PARAMETER(ember(0x02), ezsp(0x36), sl(0x0021)),
    INVALID_ID(ezsp(0x37)),
    INVALID_STATE(ember(0x70), ezsp(0x38), sl(0x0002)),
    INVALID_ENDPOINT(ember(0xA3)),
    INVALID_CHANNEL(ember(0x8A), sl(0x0055)),
    INVALID_CHANNEL_MASK(ember(0x35), sl(0x004F)),
    INVALID_POWER(ember(0x8B), sl(0x0056)),
    INVALID_SCAN_TYPE(ember(0x34), sl(0x004E)),
    INVALID_SCAN_DURATION(ember(0x33), sl(0x0050)),
    INDEX_OUT_OF_RANGE(ember(0xB1), sl(0x0027), sl(0x0028)),
    INVALID_COMMAND(ezsp(0x31), sl(0x0048)),
    NOT_AVAILABLE(ember(0xB5), sl(0x000E)),
    NOT_SUPPORTED(sl(0x000F)),
    NOT_FOUND(ember(0x03), sl(0x002D)),
    ALREADY_EXISTS(sl(0x002E)),
    TABLE_FULL(ember(0xB4), sl(0x001C)),
    TABLE_ENTRY_ERASED(ember(0xB6)),
    TIMEOUT(sl(0x0007)),

    KEY_INVALID(ember(0xB2), sl(0x0029)),
    KEY_TABLE_INVALID_ADDRESS(ember(0xB3)),
    KEY_NOT_AUTHORIZED(ember(0xBB), sl(0x0C0E)),
    SECURITY_STATE_NOT_SET(ember(0xA8), sl(0x0C0B)),
    SECURITY_CONFIGURATION_INVALID(ember(0xB7), sl(0x0023)),
    SECURITY_DATA_INVALID(ember(0xBD)),
    INVALID_SECURITY_LEVEL(ember(0x95), sl(0x0C08)),
    TOO_SOON_FOR_SWITCH_KEY(ember(0xB8), sl(0x0C0C)),
    APS_ENCRYPTION_ERROR(ember(0xA6), sl(0x0C0A)),
    NO_NETWORK_KEY_RECEIVED(ember(0xAD), sl(0x0C1B)),
    NO_LINK_KEY_RECEIVED(ember(0xAE), sl(0x0C1C)),
    PRECONFIGURED_KEY_REQUIRED(ember(0xAF), sl(0x0C1D)),
    TRUST_CENTER_EUI_HAS_CHANGED(ember(0xBC), sl(0x0C10)),
    INSUFFICIENT_RANDOM_DATA(ember(0xA5), sl(0x0C12)),

    VERSION_NOT_SET(ezsp(0x30)),
    TRUNCATED(ezsp(0x33)),
    OVERFLOW(ezsp(0x34)),
    COMMAND_FILTERED(ezsp(0x42)),
    /** An {@code EzspStatus} that no {@code sl_status} stands for. */
    EZSP_ERROR(sl(0x0C1E)),

    /** Any other code. */
    OTHER;

    private final Code[] codes;

    Meaning(Code... codes) {
      this.codes = codes;
    }
  }

  private record Code(World world, long number) {}

  private static Code ember(int number) {
    return new Code(World.EMBER, number);
  }

  private static Code ezsp(int number) {
    return new Code(World.EZSP, number);
  }

  private static Code sl(int number) {
    return new Code(World.SL, number);
  }

  private static final Map<Code, EzspStatus> KNOWN =
      Stream.of(Meaning.values())
          .flatMap(
              meaning ->
                  Stream.of(meaning.codes)
                      .map(code -> new EzspStatus(meaning, code.world, code.number)))
          .collect(
              Collectors.toUnmodifiableMap(it -> new Code(it.world, it.code), Function.identity()));

  /** {@code EmberStatus}. */
  public static EzspStatus ember(long code) {
    return of(World.EMBER, code);
  }

  /** {@code EzspStatus}. */
  public static EzspStatus ezsp(long code) {
    return of(World.EZSP, code);
  }

  /** {@code sl_status}. */
  public static EzspStatus sl(long code) {
    return of(World.SL, code);
  }

  private static EzspStatus of(World world, long code) {
    if (code == 0) {
      return OK;
    }
    EzspStatus known = KNOWN.get(new Code(world, code));
    return known == null ? new EzspStatus(Meaning.OTHER, world, code) : known;
  }

  public boolean isOk() {
    return meaning == Meaning.OK;
  }

  public boolean is(Meaning other) {
    return meaning == other;
  }

  /** Whether the same request may go through a little later. */
  public boolean isBusy() {
    return switch (meaning) {
      case MESSAGE_LIMIT_REACHED,
          NETWORK_BUSY,
          OUT_OF_MEMORY,
          QUEUE_FULL,
          TRANSMITTER_BUSY,
          SCANNING ->
          true;
      default -> false;
    };
  }

  /** The meaning and the code: {@code DELIVERY_FAILED (sl_status 0x0C02)}. */
  @Override
  public String toString() {
    return isOk() ? "OK" : meaning + " (" + world.format.formatted(code) + ")";
  }
}
