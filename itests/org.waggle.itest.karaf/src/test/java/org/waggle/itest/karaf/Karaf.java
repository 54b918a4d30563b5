package org.waggle.itest.karaf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.waggle.itest.processes.ChildProcess;
import org.waggle.itest.processes.Ports;

/** A Karaf of its own: configuration and data in a folder of the test, ports that were free. */
final class Karaf implements AutoCloseable {

  private static final Path HOME = Path.of(System.getProperty("karaf.home"));
  private static final String USER = "karaf";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ChildProcess process;
  private final SshClient client = SshClient.setUpDefaultClient();
  private final int port;

  private Karaf(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
    client.setServerKeyVerifier((any, address, key) -> true);
    client.start();
  }

  /**
   * Starts Karaf and waits until its shell is there.
   *
   * @param configuration files for {@code etc}, name to text
   */
  static Karaf start(Path folder, Map<String, String> configuration) throws IOException {
    int port = Ports.free();
    Path etc = copyOfEtc(folder.resolve("etc"));
    for (Map.Entry<String, String> file : configuration.entrySet()) {
      Files.writeString(etc.resolve(file.getKey()), file.getValue());
    }
    set(etc, "org.apache.karaf.shell.cfg", Map.of("sshPort", port, "sshHost", "127.0.0.1"));
    set(
        etc,
        "org.apache.karaf.management.cfg",
        Map.of("rmiRegistryPort", Ports.free(), "rmiServerPort", Ports.free()));
    set(
        etc,
        "users.properties",
        Map.of(
            USER, USER + ",_g_:all", "_g_\\:all", "group,admin,manager,viewer,systembundles,ssh"));
    set(
        etc,
        "org.ops4j.pax.url.mvn.cfg",
        Map.of(
            "org.ops4j.pax.url.mvn.repositories",
            "",
            "org.ops4j.pax.url.mvn.useFallbackRepositories",
            false,
            "org.ops4j.pax.url.mvn.localRepository",
            folder.resolve("m2"),
            "org.ops4j.pax.url.mvn.defaultRepositories",
            "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots,"
                + "${karaf.data.uri}kar@id=kar@multi@snapshots,"
                + HOME.resolveSibling("repository").toUri()
                + "@id=scr@snapshots"));
    Path data = Files.createDirectories(folder.resolve("data"));
    ChildProcess process =
        ChildProcess.start(
            "karaf",
            folder,
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "EXTRA_JAVA_OPTS",
                "-Dkaraf.log.console=INFO -Dkaraf.instances=" + folder.resolve("instances"),
                "CHECK_ROOT_INSTANCE_RUNNING",
                "false",
                "KARAF_ETC",
                etc.toString(),
                "KARAF_DATA",
                data.toString(),
                "KARAF_EXEC",
                "exec"),
            List.of(HOME.resolve("bin/karaf").toString(), "server"));
    Karaf karaf = new Karaf(process, port);
    try {
      karaf.awaitLog("commands for bundle org.apache.karaf.system.core");
      karaf.awaitLog("using Nio2ServiceFactoryFactory");
      return karaf;
    } catch (AssertionError e) {
      karaf.close();
      throw e;
    }
  }

  /** Runs a shell command and returns what it printed. */
  String run(String command) throws IOException {
    try (ClientSession session = connect();
        ClientChannel channel = session.createExecChannel(command);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      channel.setOut(out);
      channel.setErr(out);
      channel.open().verify(PATIENCE);
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
      return out.toString(StandardCharsets.UTF_8);
    }
  }

  /** Tries until the port is open: it closes and opens again whenever Karaf refreshes its shell. */
  private ClientSession connect() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        ClientSession session =
            client.connect(USER, "127.0.0.1", port).verify(PATIENCE).getSession();
        session.addPasswordIdentity(USER);
        session.auth().verify(PATIENCE);
        return session;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  /** Waits for a line of Karaf's log. */
  void awaitLog(String pattern) {
    process.awaitLine(Pattern.compile(pattern), PATIENCE);
  }

  @Override
  public void close() {
    client.stop();
    process.close();
  }

  private static Path copyOfEtc(Path etc) throws IOException {
    Files.createDirectories(etc);
    try (Stream<Path> files = Files.list(HOME.resolve("etc"))) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, etc));
    }
    return etc;
  }

  private static void copy(Path file, Path folder) {
    try {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last assignment of a key counts. */
  private static void set(Path etc, String name, Map<String, Object> settings) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(etc.resolve(name))).append('\n');
    settings.forEach((key, value) -> text.append(key + " = " + value + "\n"));
    Files.writeString(etc.resolve(name), text);
  }
}
