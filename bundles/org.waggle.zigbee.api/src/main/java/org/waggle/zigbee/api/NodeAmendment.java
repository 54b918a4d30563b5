package org.waggle.zigbee.api;

import java.util.OptionalInt;

/**
 * What a definition knows better than the node itself said; empty fields stay as they are.
 *
 * @param powerSource see {@link BasicInformation#powerSource}
 */
public record NodeAmendment(OptionalInt powerSource) {}
