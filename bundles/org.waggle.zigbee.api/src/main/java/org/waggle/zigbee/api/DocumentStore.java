package org.waggle.zigbee.api;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Durable JSON documents by name, each replaced as a whole: a crash leaves the old one or the new
 * one. A document that is found damaged is set aside and the one before it used. Safe for use by
 * several threads.
 */
@ProviderType
public interface DocumentStore {

  /**
   * Reads a document. Blocks on the disk; meant for the start.
   *
   * @param name letters, digits, hyphens and underscores
   */
  Optional<String> load(String name);

  /**
   * Writes a document behind the scenes. Of several writes waiting for the same name only the
   * newest is carried out, and all of them complete with it.
   *
   * @param document a JSON text
   * @return completed when the document is on disk, on the storage thread; exceptionally with
   *     {@link ZigbeeException} if it cannot be written
   */
  CompletionStage<Void> save(String name, String document);

  /**
   * As {@link #save(String, String)}, of a document that takes a moment to make.
   *
   * @param document gives a JSON text; called on the storage thread when it is about to be written,
   *     and never if a newer one takes its place before
   */
  default CompletionStage<Void> save(String name, Supplier<String> document) {
    return save(name, document.get());
  }
}
