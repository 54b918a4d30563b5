package org.waggle.simulator.ezsp;

import java.util.concurrent.ThreadLocalRandom;
import org.waggle.zcl.Octets;

/** Everything that is neither network nor message (UG100, section 5). */
final class UtilityCommands {

  private static final int NO_BOOTLOADER = 0xFFFF;

  private final NetworkMemory memory;
  private final NetworkState network;
  private final Runnable restart;

  UtilityCommands(NetworkMemory memory, NetworkState network, Runnable restart) {
    this.memory = memory;
    this.network = network;
    this.restart = restart;
  }

  void register(Commands commands) {
    commands.on(0x0005, (in, out) -> {}); // nop
    commands.on(0x0081, (in, out) -> out.counted(in.octets(in.u8()))); // echo
    commands.on(
        0x0049, // getRandomNumber
        (in, out) -> out.u8(Status.SUCCESS).u16(ThreadLocalRandom.current().nextInt(0x10000)));
    commands.on(0x000B, (in, out) -> out.counted(Octets.EMPTY)); // getMfgToken
    commands.answer(0x000C, Status.SUCCESS); // setMfgToken
    commands.on(0x0091, (in, out) -> out.u16(NO_BOOTLOADER).u8(0).u8(0).u8(0)); // bootloader
    commands.on(0x0100, (in, out) -> out.u8(0)); // getTokenCount
    commands.on(0x0104, (in, out) -> restart.run()); // resetNode
    commands.on(
        0x0077, // tokenFactoryReset
        (in, out) -> {
          network.leave();
          memory.eraseLinkKeys();
        });
  }
}
