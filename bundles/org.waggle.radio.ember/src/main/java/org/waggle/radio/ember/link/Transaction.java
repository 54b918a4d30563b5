package org.waggle.radio.ember.link;

import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.ConfigurationFrames;
import org.waggle.radio.ember.ezsp.EzspCommand;
import org.waggle.radio.ember.ezsp.EzspFormatException;
import org.waggle.radio.ember.ezsp.EzspFrame;
import org.waggle.radio.ember.ezsp.EzspReader;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.EzspStatus.Meaning;
import org.waggle.radio.ember.ezsp.EzspVersion;

/** A command and its response. */
class Transaction<R> {

  private final EzspCommand<R> command;
  private final CompletableFuture<R> done = new CompletableFuture<>();
  private int sequence;
  private long deadline;
  private boolean answered;

  Transaction(EzspCommand<R> command) {
    this.command = command;
  }

  CompletableFuture<R> done() {
    return done;
  }

  String name() {
    return command.name();
  }

  int sequence() {
    return sequence;
  }

  long deadline() {
    return deadline;
  }

  boolean isAnswered() {
    return answered;
  }

  byte[] begin(int number, EzspVersion version, long time) {
    sequence = number;
    deadline = time;
    return encode(number, version);
  }

  byte[] encode(int number, EzspVersion version) {
    return EzspFrame.encode(number, version, command);
  }

  /** Whether the version has the command at all. */
  boolean isIn(EzspVersion version) {
    return command.isIn(version);
  }

  /** Whether the coordinator had no memory for the command. */
  boolean isOverflow(EzspFrame frame, EzspVersion version) {
    if (frame.frameId() != EzspFrame.INVALID_COMMAND) {
      return false;
    }
    try {
      EzspReader reader = frame.reader(version);
      return reader.remaining() > 0 && reason(reader).is(Meaning.OVERFLOW);
    } catch (EzspFormatException e) {
      return false; // which answer() will tell
    }
  }

  void answer(EzspFrame frame, EzspVersion version) {
    answered = true;
    try {
      EzspReader reader = frame.reader(version);
      if (frame.frameId() == EzspFrame.INVALID_COMMAND) {
        refuse(reader.remaining() == 0 ? EzspStatus.ezsp(0x31) : reason(reader));
      } else if (frame.truncated()) {
        fail(Reason.REFUSED, "has no memory for all of its answer to " + name());
      } else if (frame.frameId() != command.frameId()) {
        fail(Reason.REFUSED, "answers " + name() + " with frame 0x%04X".formatted(frame.frameId()));
      } else {
        done.complete(command.decodeResponse(reader));
      }
    } catch (EzspFormatException e) {
      done.completeExceptionally(
          new RadioException(
              Reason.REFUSED, "The coordinator's answer to " + name() + " is malformed", e));
    }
  }

  /** One octet in every version, also where other statuses are of the sl_status kind. */
  private static EzspStatus reason(EzspReader reader) throws EzspFormatException {
    return EzspStatus.ezsp(reader.u8());
  }

  private void refuse(EzspStatus status) {
    if (status.is(Meaning.OVERFLOW) || status.isBusy()) {
      fail(Reason.BUSY, "has no memory for " + name());
    } else {
      fail(Reason.UNSUPPORTED, "does not take " + name() + ": " + status);
    }
  }

  void refuseUnknown(EzspVersion version) {
    fail(Reason.UNSUPPORTED, "has no " + name() + " in " + version);
  }

  private void fail(Reason reason, String predicate) {
    fail(new RadioException(reason, "The coordinator " + predicate));
  }

  void fail(RadioException reason) {
    answered = true;
    done.completeExceptionally(reason);
  }

  /** The first of a session: its header is one that every coordinator understands. */
  static final class Legacy extends Transaction<ConfigurationFrames.Version.Response> {

    Legacy() {
      super(new ConfigurationFrames.Version(EzspVersion.NEWEST));
    }

    @Override
    byte[] encode(int number, EzspVersion version) {
      return EzspFrame.encodeLegacyVersion(number, EzspVersion.NEWEST);
    }
  }
}
