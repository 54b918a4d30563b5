package org.waggle.radio.ember.link;

/** Something that a link will do later. */
public interface Timer {

  /** In a turn of the link. */
  void cancel();
}
