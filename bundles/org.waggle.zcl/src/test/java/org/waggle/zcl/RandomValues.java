package org.waggle.zcl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Values of all types, the same for the same seed. */
public final class RandomValues {

  private static final ZclType[] TYPES = ZclType.values();

  private final SplittableRandom random;

  public RandomValues(SplittableRandom random) {
    this.random = random;
  }

  public ZclType type() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  public ZclValue value() {
    return value(type(), 3);
  }

  public ZclValue value(ZclType type) {
    return value(type, 3);
  }

  private ZclValue value(ZclType type, int depth) {
    int length = type.length();
    return switch (type.kind()) {
      case NONE -> new ZclValue(type, Octets.EMPTY);
      case BITS, UNSIGNED ->
          length == 8
              ? new ZclValue(type, new BigInteger(1, octets(8).toArray()))
              : new ZclValue(type, random.nextLong() >>> (64 - 8 * length));
      case SIGNED -> new ZclValue(type, random.nextLong() >> (64 - 8 * length));
      case FLOAT -> new ZclValue(type, (double) random.nextInt(-2048, 2048));
      case STRING, LONG_STRING ->
          random.nextInt(8) == 0
              ? ZclValue.absent(type)
              : new ZclValue(type, octets(random.nextInt(20)));
      case COLLECTION -> collection(type, depth);
      case STRUCTURE ->
          new ZclValue(type, depth == 0 ? List.of() : list(() -> value(type(), depth - 1)));
      case ADDRESS -> new ZclValue(type, new IeeeAddress(random.nextLong()));
      case KEY -> new ZclValue(type, octets(16));
    };
  }

  private ZclValue collection(ZclType type, int depth) {
    ZclType elementType = type();
    boolean empty = depth == 0 || elementType.kind() == ZclType.Kind.NONE;
    return new ZclValue(
        type,
        new ZclArray(elementType, empty ? List.of() : list(() -> value(elementType, depth - 1))));
  }

  public <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  public Octets octets(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }

  public int uint8() {
    return random.nextInt(0x100);
  }

  public int uint16() {
    return random.nextInt(0x10000);
  }

  public boolean truth() {
    return random.nextBoolean();
  }

  public IeeeAddress address() {
    return new IeeeAddress(random.nextLong());
  }

  /** The same octets with some changed, dropped, repeated or cut off. */
  public Octets mutated(Octets octets) {
    byte[] bytes = octets.toArray();
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] = (byte) 0xFF;
        case 3 -> bytes = Octets.of(bytes).slice(0, at).toArray();
        default -> bytes = repeated(bytes, at);
      }
    }
    return Octets.of(bytes);
  }

  private static byte[] repeated(byte[] bytes, int at) {
    byte[] longer = new byte[bytes.length + bytes.length - at];
    System.arraycopy(bytes, 0, longer, 0, bytes.length);
    System.arraycopy(bytes, at, longer, bytes.length, bytes.length - at);
    return longer;
  }
}
