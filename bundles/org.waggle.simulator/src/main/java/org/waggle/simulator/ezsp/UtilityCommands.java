package org.waggle.simulator.ezsp;

import java.security.GeneralSecurityException;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.waggle.zcl.Octets;

/** Everything that is neither network nor message (UG100, section 5). */
final class UtilityCommands {

  private static final int NO_BOOTLOADER = 0xFFFF;
  private static final int NO_LIBRARY = 0;
  private static final int BLOCK = 16;

  private final NetworkMemory memory;
  private final NetworkState network;
  private final Runnable restart;

  UtilityCommands(NetworkMemory memory, NetworkState network, Runnable restart) {
    this.memory = memory;
    this.network = network;
    this.restart = restart;
  }

  void register(Commands commands) {
    commands.on(0x0001, (in, out) -> out.u8(NO_LIBRARY)); // getLibraryStatus
    commands.on(0x0005, (in, out) -> {}); // nop
    commands.answer(0x0012, Status.SUCCESS); // debugWrite
    commands.on(0x0013, (in, out) -> out.status(Status.LIBRARY_NOT_PRESENT).u16(0).u16(0));
    commands.on(
        0x0047, // customFrame
        (in, out) -> out.status(Status.LIBRARY_NOT_PRESENT).counted(Octets.EMPTY));
    commands.on(
        0x0049, // getRandomNumber
        (in, out) -> out.status(Status.SUCCESS).u16(ThreadLocalRandom.current().nextInt(0x10000)));
    commands.on(0x004F, (in, out) -> out.u8(1)); // getTrueRandomEntropySource: the radio
    commands.since(14, 0x006A, (in, out) -> out.u32(3)); // getMaxMacRetries
    commands.on(0x0081, (in, out) -> out.counted(in.octets(in.u8()))); // echo
    commands.on(
        0x008F, // launchStandaloneBootloader: one byte in every version
        (in, out) -> out.u8(Status.LIBRARY_NOT_PRESENT.octet()));
    commands.on(0x0091, (in, out) -> out.u16(NO_BOOTLOADER).u8(0).u8(0).u8(0)); // bootloader
    commands.on(0x0094, UtilityCommands::aesEncrypt);
    commands.on(0x009D, (in, out) -> {}); // delayTest: the response waits elsewhere
    commands.until(12, 0x00CC, this::resetToFactoryDefaults);
    commands.since(9, 0x0104, (in, out) -> restart.run()); // resetNode
    commands.since(13, 0x0077, (in, out) -> eraseNetwork()); // tokenFactoryReset
  }

  private void resetToFactoryDefaults(EzspReader in, EzspWriter out) {
    eraseNetwork();
    out.status(Status.SUCCESS);
  }

  private void eraseNetwork() {
    if (network.isUp()) {
      network.leave();
    } else {
      memory.leave();
    }
    memory.eraseLinkKeys();
  }

  private static void aesEncrypt(EzspReader in, EzspWriter out) {
    byte[] plain = in.exactly(BLOCK).toArray();
    byte[] key = in.exactly(BLOCK).toArray();
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      out.octets(Octets.of(cipher.doFinal(plain)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }
}
