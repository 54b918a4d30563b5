package org.waggle.radio.ember.ezsp;

import java.util.List;
import org.waggle.zcl.Octets;

/** Requests of UG100 chapter 4: what the NCP is and how it is set up. */
public final class ConfigurationFrames {

  private ConfigurationFrames() {}

  /**
   * {@code version}: must come first after each reset; in the legacy format ({@link
   * EzspFrame#encodeLegacyVersion}) and then, for version 8 and later, again in the extended one.
   */
  public record Version(int desiredProtocolVersion) implements EzspCommand<Version.Response> {

    /**
     * @param protocolVersion what the NCP speaks
     * @param stackType 2 for mesh
     * @param stackVersion major, minor, patch, special, four bits each
     */
    public record Response(int protocolVersion, int stackType, int stackVersion) {}

    @Override
    public int frameId() {
      return 0x0000;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(desiredProtocolVersion);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return decode(from);
    }

    /** The response's parameters, which are the same in both formats and in every version. */
    static Response decode(EzspReader from) throws EzspFormatException {
      return new Response(from.u8(), from.u8(), from.u16());
    }
  }

  /** {@code addEndpoint}: before the network comes up. */
  public record AddEndpoint(
      int endpoint,
      int profileId,
      int deviceId,
      int deviceVersion,
      List<Integer> inputClusters,
      List<Integer> outputClusters)
      implements EzspCommand.EzspAnswered {

    public AddEndpoint {
      inputClusters = List.copyOf(inputClusters);
      outputClusters = List.copyOf(outputClusters);
    }

    @Override
    public int frameId() {
      return 0x0002;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(endpoint)
          .u16(profileId)
          .u16(deviceId)
          .u8(deviceVersion)
          .u8(inputClusters.size())
          .u8(outputClusters.size())
          .u16s(inputClusters)
          .u16s(outputClusters);
    }
  }

  /**
   * {@code getConfigurationValue}.
   *
   * @param configId one of {@link EzspConfigId}
   */
  public record GetConfigurationValue(int configId)
      implements EzspCommand<GetConfigurationValue.Response> {

    public record Response(EzspStatus status, int value) {}

    @Override
    public int frameId() {
      return 0x0052;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(configId);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.ezspStatus(), from.u16());
    }
  }

  /**
   * {@code setConfigurationValue}: before the network comes up.
   *
   * @param configId one of {@link EzspConfigId}
   */
  public record SetConfigurationValue(int configId, int value) implements EzspCommand.EzspAnswered {

    @Override
    public int frameId() {
      return 0x0053;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(configId).u16(value);
    }
  }

  /**
   * {@code getPolicy}.
   *
   * @param policyId one of {@link EzspPolicyId}
   */
  public record GetPolicy(int policyId) implements EzspCommand<GetPolicy.Response> {

    public record Response(EzspStatus status, int decisionId) {}

    @Override
    public int frameId() {
      return 0x0056;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(policyId);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.ezspStatus(), from.u8());
    }
  }

  /**
   * {@code setPolicy}.
   *
   * @param policyId one of {@link EzspPolicyId}
   * @param decisionId one of its decisions there
   */
  public record SetPolicy(int policyId, int decisionId) implements EzspCommand.EzspAnswered {

    @Override
    public int frameId() {
      return 0x0055;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(policyId).u8(decisionId);
    }
  }

  /** A value; empty unless the status is OK. */
  public record Value(EzspStatus status, Octets value) {
    static Value decode(EzspReader from) throws EzspFormatException {
      return new Value(from.ezspStatus(), from.counted());
    }
  }

  /**
   * {@code getValue}.
   *
   * @param valueId one of {@link EzspValueId}
   */
  public record GetValue(int valueId) implements EzspCommand<Value> {

    @Override
    public int frameId() {
      return 0x00AA;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(valueId);
    }

    @Override
    public Value decodeResponse(EzspReader from) throws EzspFormatException {
      return Value.decode(from);
    }
  }

  /**
   * {@code getExtendedValue}.
   *
   * @param valueId one of {@link EzspValueId.Extended}
   * @param characteristics what the value is of: an endpoint, a network address; 32 bits
   */
  public record GetExtendedValue(int valueId, long characteristics) implements EzspCommand<Value> {

    @Override
    public int frameId() {
      return 0x0003;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(valueId).u32(characteristics);
    }

    @Override
    public Value decodeResponse(EzspReader from) throws EzspFormatException {
      return Value.decode(from);
    }
  }

  /**
   * {@code setValue}.
   *
   * @param valueId one of {@link EzspValueId}
   * @param value little endian
   */
  public record SetValue(int valueId, Octets value) implements EzspCommand.EzspAnswered {

    @Override
    public int frameId() {
      return 0x00AB;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(valueId).counted(value);
    }
  }

  /**
   * {@code setPassiveAckConfig}: how many neighbours must be heard to relay a broadcast.
   *
   * @param config 0 with the neighbour table, 1 by {@code minAcksNeeded}
   */
  public record SetPassiveAckConfig(int config, int minAcksNeeded)
      implements EzspCommand.EmberAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(12);
    }

    @Override
    public int frameId() {
      return 0x0105;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(config).u8(minAcksNeeded);
    }
  }
}
