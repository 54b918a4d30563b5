package org.waggle.zigbee.api;

/** How far a node's interview has come. */
public enum InterviewState {
  PENDING,
  IN_PROGRESS,
  SUCCESSFUL,
  FAILED
}
