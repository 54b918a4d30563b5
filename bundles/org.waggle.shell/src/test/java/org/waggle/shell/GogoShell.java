package org.waggle.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Felix Gogo without a framework, with commands as their components declare them. */
final class GogoShell {

  private final CommandProcessorImpl processor = new CommandProcessorImpl(new ThreadIOImpl());

  GogoShell(Object... commands) throws Exception {
    for (Object command : commands) {
      for (String function : property(command, "osgi.command.function").split("\\s+")) {
        processor.addCommand(property(command, "osgi.command.scope"), command, function);
      }
    }
  }

  /** What stands on the console after a line was typed; no command returns anything. */
  String type(String line) throws Exception {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(console, true, UTF_8);
    InputStream in = new ByteArrayInputStream(new byte[0]);
    try (CommandSession session = processor.createSession(in, out, out)) {
      Object result = session.execute(line);
      if (result != null) {
        throw new AssertionError("lost over Karaf's ssh: " + result);
      }
    }
    return console.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String property(Object command, String name) throws Exception {
    String component = "/OSGI-INF/" + command.getClass().getName() + ".xml";
    try (InputStream xml = command.getClass().getResourceAsStream(component)) {
      NodeList properties =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(xml)
              .getElementsByTagName("property");
      for (int i = 0; i < properties.getLength(); i++) {
        Element property = (Element) properties.item(i);
        if (property.getAttribute("name").equals(name)) {
          String value = property.getAttribute("value");
          return value.isEmpty() ? property.getTextContent().strip() : value;
        }
      }
    }
    throw new AssertionError(component + " has no " + name);
  }
}
