package org.waggle.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.connect.ConnectContent;
import org.osgi.framework.connect.ConnectModule;

/** A bundle whose classes the JVM loads from its class path; everything else is in its jar. */
final class ConnectedJar implements ConnectModule, ConnectContent {

  private final String path;
  private @Nullable JarFile jar;

  ConnectedJar(String path) {
    this.path = path;
  }

  @Override
  public ConnectContent getContent() {
    return this;
  }

  @Override
  public synchronized void open() throws IOException {
    if (jar == null) {
      jar = new JarFile(path, false);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (jar != null) {
      jar.close();
      jar = null;
    }
  }

  private synchronized JarFile jar() {
    if (jar == null) {
      throw new IllegalStateException(path + " is closed");
    }
    return jar;
  }

  /** None: the framework reads the manifest. */
  @Override
  public Optional<Map<String, String>> getHeaders() {
    return Optional.empty();
  }

  @Override
  public Optional<ClassLoader> getClassLoader() {
    return Optional.of(ConnectedJar.class.getClassLoader());
  }

  @Override
  public Iterable<String> getEntries() {
    List<String> names = jar().stream().map(JarEntry::getName).toList();
    return names;
  }

  @Override
  public Optional<ConnectEntry> getEntry(String name) {
    JarFile open = jar();
    return Optional.ofNullable(open.getJarEntry(name)).map(entry -> new Entry(open, entry));
  }

  private record Entry(JarFile jar, JarEntry entry) implements ConnectEntry {

    @Override
    public String getName() {
      return entry.getName();
    }

    @Override
    public long getContentLength() {
      return entry.getSize();
    }

    @Override
    public long getLastModified() {
      return entry.getTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
