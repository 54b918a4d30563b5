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
    OK(Code.ember(0x00), Code.ezsp(0x00), Code.sl(0x0000)),
    FAILED(Code.ember(0x01), Code.sl(0x0001)),

    NETWORK_UP(Code.ember(0x90), Code.sl(0x0015)),
    NETWORK_DOWN(Code.ember(0x91), Code.sl(0x0016)),
    NETWORK_OPENED(Code.ember(0x9C), Code.sl(0x0C18)),
    NETWORK_CLOSED(Code.ember(0x9D), Code.sl(0x0C19)),
    CHANNEL_CHANGED(Code.ember(0x9B), Code.sl(0x0C17)),
    PAN_ID_CHANGED(Code.ember(0x9A), Code.sl(0x0C16)),
    NODE_ID_CHANGED(Code.ember(0x99), Code.sl(0x0C07)),
    NOT_JOINED(Code.ember(0x93), Code.sl(0x0017)),
    JOIN_FAILED(Code.ember(0x94)),
    MOVE_FAILED(Code.ember(0x96), Code.sl(0x0C06)),
    CANNOT_JOIN_AS_ROUTER(Code.ember(0x98)),
    NO_BEACONS(Code.ember(0xAB), Code.sl(0x0018)),

    /** The destination did not acknowledge. */
    DELIVERY_FAILED(Code.ember(0x66), Code.sl(0x0C02)),
    NO_APS_ACK(Code.sl(0x0C20)),
    APS_MESSAGE_CANCELED(Code.sl(0x0C21)),
    ID_DISCOVERY_FAILED(Code.sl(0x0C1F)),
    ID_DISCOVERY_NOT_ENABLED(Code.sl(0x0C22)),
    ID_DISCOVERY_UNDERWAY(Code.sl(0x0C23)),
    ROUTE_DISCOVERY_UNDERWAY(Code.sl(0x0C24)),
    SEND_UNICAST_FAILURE(Code.sl(0x0C25)),
    NO_ROUTE(Code.sl(0x0C26)),
    BROADCAST_TO_SLEEPY_CHILDREN_TIMEOUT(Code.sl(0x0C27)),
    BROADCAST_RELAY_FAILED(Code.sl(0x0C28)),
    SOURCE_ROUTE_FAILURE(Code.ember(0xA9), Code.sl(0x0C13)),
    MANY_TO_ONE_ROUTE_FAILURE(Code.ember(0xAA), Code.sl(0x0C14)),
    ADDRESS_DISCOVERY_IN_PROGRESS(Code.ember(0xBE), Code.sl(0x0C09)),
    NO_MAC_ACK(Code.ember(0x40), Code.sl(0x0040)),
    INDIRECT_TIMEOUT(Code.ember(0x42), Code.sl(0x0041)),
    CHANNEL_ACCESS_FAILED(Code.ember(0x8D), Code.sl(0x004C)),
    MESSAGE_TOO_LONG(Code.ember(0x74), Code.ezsp(0x40), Code.sl(0x0038), Code.sl(0x0049)),

    /** Too many unicasts wait for their acknowledgements. */
    MESSAGE_LIMIT_REACHED(Code.ember(0x72), Code.sl(0x0C03)),
    NETWORK_BUSY(Code.ember(0xA1), Code.sl(0x0004)),
    OUT_OF_MEMORY(Code.ember(0x18), Code.ezsp(0x35), Code.sl(0x0019), Code.sl(0x001A)),
    QUEUE_FULL(Code.ember(0x39), Code.ezsp(0x41), Code.sl(0x0053)),
    TRANSMITTER_BUSY(Code.ember(0x8C), Code.sl(0x0034)),
    SCANNING(Code.ember(0x3D), Code.sl(0x004D)),
    OPERATION_IN_PROGRESS(Code.ember(0xBA), Code.sl(0x0005)),

    INVALID_PARAMETER(Code.ember(0x02), Code.ezsp(0x36), Code.sl(0x0021)),
    INVALID_ID(Code.ezsp(0x37)),
    INVALID_STATE(Code.ember(0x70), Code.ezsp(0x38), Code.sl(0x0002)),
    INVALID_ENDPOINT(Code.ember(0xA3)),
    INVALID_CHANNEL(Code.ember(0x8A), Code.sl(0x0055)),
    INVALID_CHANNEL_MASK(Code.ember(0x35), Code.sl(0x004F)),
    INVALID_POWER(Code.ember(0x8B), Code.sl(0x0056)),
    INVALID_SCAN_TYPE(Code.ember(0x34), Code.sl(0x004E)),
    INVALID_SCAN_DURATION(Code.ember(0x33), Code.sl(0x0050)),
    INDEX_OUT_OF_RANGE(Code.ember(0xB1), Code.sl(0x0027), Code.sl(0x0028)),
    INVALID_COMMAND(Code.ezsp(0x31), Code.sl(0x0048)),
    NOT_AVAILABLE(Code.ember(0xB5), Code.sl(0x000E)),
    NOT_SUPPORTED(Code.sl(0x000F)),
    NOT_FOUND(Code.ember(0x03), Code.sl(0x002D)),
    ALREADY_EXISTS(Code.sl(0x002E)),
    TABLE_FULL(Code.ember(0xB4), Code.sl(0x001C)),
    TABLE_ENTRY_ERASED(Code.ember(0xB6)),
    TIMEOUT(Code.sl(0x0007)),

    KEY_INVALID(Code.ember(0xB2), Code.sl(0x0029)),
    KEY_TABLE_INVALID_ADDRESS(Code.ember(0xB3)),
    KEY_NOT_AUTHORIZED(Code.ember(0xBB), Code.sl(0x0C0E)),
    SECURITY_STATE_NOT_SET(Code.ember(0xA8), Code.sl(0x0C0B)),
    SECURITY_CONFIGURATION_INVALID(Code.ember(0xB7), Code.sl(0x0023)),
    SECURITY_DATA_INVALID(Code.ember(0xBD)),
    INVALID_SECURITY_LEVEL(Code.ember(0x95), Code.sl(0x0C08)),
    TOO_SOON_FOR_SWITCH_KEY(Code.ember(0xB8), Code.sl(0x0C0C)),
    APS_ENCRYPTION_ERROR(Code.ember(0xA6), Code.sl(0x0C0A)),
    NO_NETWORK_KEY_RECEIVED(Code.ember(0xAD), Code.sl(0x0C1B)),
    NO_LINK_KEY_RECEIVED(Code.ember(0xAE), Code.sl(0x0C1C)),
    PRECONFIGURED_KEY_REQUIRED(Code.ember(0xAF), Code.sl(0x0C1D)),
    TRUST_CENTER_EUI_HAS_CHANGED(Code.ember(0xBC), Code.sl(0x0C10)),
    INSUFFICIENT_RANDOM_DATA(Code.ember(0xA5), Code.sl(0x0C12)),

    VERSION_NOT_SET(Code.ezsp(0x30)),
    TRUNCATED(Code.ezsp(0x33)),
    OVERFLOW(Code.ezsp(0x34)),
    COMMAND_FILTERED(Code.ezsp(0x42)),
    /** An {@code EzspStatus} that no {@code sl_status} stands for. */
    EZSP_ERROR(Code.sl(0x0C1E)),

    /** Any other code. */
    OTHER;

    private final Code[] codes;

    Meaning(Code... codes) {
      this.codes = codes;
    }
  }

  /** Apart, for {@link Meaning} and the table below need each other's class. */
  private record Code(World world, long number) {

    static Code ember(int number) {
      return new Code(World.EMBER, number);
    }

    static Code ezsp(int number) {
      return new Code(World.EZSP, number);
    }

    static Code sl(int number) {
      return new Code(World.SL, number);
    }
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
