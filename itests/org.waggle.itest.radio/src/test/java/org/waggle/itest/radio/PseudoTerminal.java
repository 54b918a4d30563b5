package org.waggle.itest.radio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waggle.itest.processes.ChildProcess;

/**
 * A pseudo terminal that stands for the serial port of a coordinator, which is behind TCP. Perl
 * makes it: where there is git there is Perl. Linux only.
 */
final class PseudoTerminal implements AutoCloseable {

  /**
   * Unlocks a new terminal, tells its name, passes octets on until either side ends, and tells the
   * terminal's settings when signalled.
   */
  private static final String BRIDGE =
      """
      use strict;
      use IO::Select;
      use IO::Socket::INET;
      my ($TIOCSPTLCK, $TIOCGPTN) = (0x40045431, 0x80045430);
      open(my $master, "+<", "/dev/ptmx") or die "no terminal: $!";
      my $number = pack("i", 0);
      ioctl($master, $TIOCSPTLCK, $number) or die "locked: $!";
      ioctl($master, $TIOCGPTN, $number) or die "nameless: $!";
      my $name = "/dev/pts/" . unpack("i", $number);
      # Without anybody at the other end, reading fails.
      open(my $slave, "+<", $name) or die "cannot open $name: $!";
      open(STDIN, "<&", $slave) or die "no input: $!";
      system("stty", "raw", "-echo");
      $| = 1;
      $SIG{USR1} = sub { print "speed " . `stty -a` =~ s/.*?speed //sr };
      print "terminal $name\\n";
      my ($select, %other) = (IO::Select->new($master));
      while (1) {
        for my $from ($select->can_read) {
          my $count = sysread($from, my $octets, 4096);
          exit 0 unless $count;
          # Only now: a coordinator has one host, the latest.
          connect_coordinator() unless %other;
          syswrite($other{$from}, $octets) == $count or die "cannot pass on: $!";
        }
      }
      sub connect_coordinator {
        my $coordinator =
            IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or die "no coordinator: $!";
        setsockopt($coordinator, 6, 1, 1);
        %other = ($master => $coordinator, $coordinator => $master);
        $select->add($coordinator);
      }
      """;

  private final ChildProcess bridge;
  private final String name;

  private PseudoTerminal(ChildProcess bridge, String name) {
    this.bridge = bridge;
    this.name = name;
  }

  static boolean canBeMade() {
    return Stream.of("/usr/bin/perl", "/dev/ptmx").map(Path::of).allMatch(Files::exists);
  }

  static PseudoTerminal before(int coordinatorPort, Path directory) {
    ChildProcess bridge =
        ChildProcess.start(
            "terminal",
            directory,
            Map.of(),
            List.of("/usr/bin/perl", "-e", BRIDGE, Integer.toString(coordinatorPort)));
    try {
      String name =
          bridge.awaitLine(Pattern.compile("^terminal (.+)$"), Duration.ofSeconds(10)).group(1);
      return new PseudoTerminal(bridge, name);
    } catch (AssertionError e) {
      bridge.close();
      throw e;
    }
  }

  /** Such as {@code /dev/pts/7}. */
  Path path() {
    return Path.of(name);
  }

  /** The baud rate it is set to now. */
  int baudRate() {
    bridge.signal("USR1");
    String speed =
        bridge.awaitLine(Pattern.compile("^speed (\\d+) baud"), Duration.ofSeconds(10)).group(1);
    return Integer.parseInt(speed);
  }

  /** Pulls the stick. */
  @Override
  public void close() {
    bridge.close();
  }
}
