package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the control port: a reply per line, or events once it watches. */
final class ControlClient {

  private static final Logger LOG = LoggerFactory.getLogger(ControlClient.class);
  private static final int MAX_LINE = 4 * 1024 * 1024;
  private static final int MAX_EVENTS = 200_000;

  private final Socket socket;
  private final Requests requests;

  ControlClient(Socket socket, Requests requests) {
    this.socket = socket;
    this.requests = requests;
  }

  void serve() {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      String line = line(in);
      while (line != null) {
        if (!line.isBlank() && answer(line, out)) {
          watch(out);
          return;
        }
        line = line(in);
      }
    } catch (IOException | ExecutionException e) {
      LOG.debug("A client left", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Cannot close", e);
    }
  }

  /** Tells whether the client wants to watch from now on. */
  private boolean answer(String line, OutputStream out)
      throws IOException, InterruptedException, ExecutionException {
    JsonObject request = parse(line);
    if (request == null) {
      write(Requests.failure(new JsonObject(), "not a JSON object"), out);
      return false;
    }
    boolean watches = request.has("op") && request.get("op").toString().equals("\"watch\"");
    if (!watches) {
      write(requests.handle(request).toCompletableFuture().get(), out);
    }
    return watches;
  }

  private static @Nullable JsonObject parse(String line) {
    try {
      return JsonParser.parseString(line) instanceof JsonObject object ? object : null;
    } catch (JsonParseException e) {
      LOG.debug("Not JSON: {}", line, e);
      return null;
    } catch (StackOverflowError e) {
      // Gson follows brackets as deep as they go.
      LOG.debug("Nested too deep", e);
      return null;
    }
  }

  private void watch(OutputStream out) throws IOException, InterruptedException {
    BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>(MAX_EVENTS);
    Runnable end = requests.watch(events::offer);
    try {
      JsonObject ready = new JsonObject();
      ready.addProperty("ok", true);
      write(ready, out);
      while (!socket.isClosed()) {
        write(events.take(), out);
      }
    } finally {
      end.run();
    }
  }

  private static void write(JsonObject reply, OutputStream out) throws IOException {
    out.write((reply + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The next line; null at the end, which may come in the middle of one. */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (line.size() == MAX_LINE) {
        throw new IOException("a line of more than " + MAX_LINE + " bytes");
      }
      line.write(next);
      next = in.read();
    }
    return next < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
  }
}
