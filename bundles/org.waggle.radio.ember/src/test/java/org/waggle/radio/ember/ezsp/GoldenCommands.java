package org.waggle.radio.ember.ezsp;

import java.util.List;
import java.util.stream.Stream;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** The commands whose octets the tables hold. */
final class GoldenCommands {

  static final List<Class<?>> CHAPTERS =
      List.of(
          ConfigurationFrames.class,
          UtilityFrames.class,
          NetworkingFrames.class,
          TopologyFrames.class,
          MessagingFrames.class,
          SecurityFrames.class,
          KeyFrames.class,
          SecurityManagerFrames.class,
          GreenPowerFrames.class,
          TokenFrames.class);

  private static final IeeeAddress EUI64 = new IeeeAddress(0x00124B0002F641F9L);
  private static final IeeeAddress OTHER_EUI64 = new IeeeAddress(0x000D6F00056B43CCL);
  private static final IeeeAddress ANY_EUI64 = new IeeeAddress(-1);
  private static final EmberKey ALLIANCE = new EmberKey(Octets.ofUtf8("ZigBeeAlliance09"));
  private static final EmberKey NETWORK_KEY =
      new EmberKey(Octets.ofHex("01030507090b0d0f00020406080a0c0d"));
  private static final ApsFrame APS = new ApsFrame(0x0104, 0x0006, 1, 0x0B, 0x1140, 0x0385, 0x37);
  private static final Octets ON = Octets.ofHex("113702");
  private static final GpAddress SOURCE_ID = GpAddress.ofSourceId(0x01708A14);
  private static final GpAddress GP_EUI64 = GpAddress.ofIeeeAddress(EUI64, 3);
  private static final SecurityContext NETWORK = SecurityContext.of(SecurityContext.NETWORK);
  private static final SecurityContext APP_LINK =
      new SecurityContext(SecurityContext.APP_LINK, 2, EUI64, SecurityContext.EUI_IS_VALID);
  private static final EmberNetworkParameters PARAMETERS =
      new EmberNetworkParameters(
          0xAAAA_BBBB_CCCC_DDDDL, 0x1A62, 20, 15, 0, 0, 3, EmberNetworkParameters.ALL_CHANNELS);

  private GoldenCommands() {}

  static final List<EzspCommand<?>> ALL =
      List.of(
          new ConfigurationFrames.Version(13),
          new ConfigurationFrames.AddEndpoint(
              1, 0x0104, 0x0065, 1, List.of(0x0000, 0x0003, 0x0019), List.of(0x0006)),
          new ConfigurationFrames.GetConfigurationValue(EzspConfigId.SOURCE_ROUTE_TABLE_SIZE),
          new ConfigurationFrames.SetConfigurationValue(
              EzspConfigId.INDIRECT_TRANSMISSION_TIMEOUT, 7680),
          new ConfigurationFrames.GetPolicy(EzspPolicyId.TRUST_CENTER_POLICY),
          new ConfigurationFrames.SetPolicy(
              EzspPolicyId.TC_KEY_REQUEST_POLICY,
              EzspPolicyId.ALLOW_TC_KEY_REQUESTS_AND_SEND_CURRENT_KEY),
          new ConfigurationFrames.GetValue(EzspValueId.VERSION_INFO),
          new ConfigurationFrames.GetExtendedValue(
              EzspValueId.Extended.GET_SOURCE_ROUTE_OVERHEAD, 0xA1B2),
          new ConfigurationFrames.SetValue(EzspValueId.NWK_FRAME_COUNTER, Octets.ofHex("78563412")),
          new ConfigurationFrames.SetPassiveAckConfig(1, 2),
          new UtilityFrames.Nop(),
          new UtilityFrames.Echo(Octets.ofUtf8("abc")),
          new UtilityFrames.GetEui64(),
          new UtilityFrames.GetNodeId(),
          new UtilityFrames.GetMfgToken(EzspMfgTokenId.STRING),
          new UtilityFrames.SetMfgToken(
              EzspMfgTokenId.CUSTOM_EUI_64, Octets.ofHex("f941f602004b1200")),
          new UtilityFrames.ReadCounters(),
          new UtilityFrames.ReadAndClearCounters(),
          new UtilityFrames.GetStandaloneBootloaderVersionPlatMicroPhy(),
          new UtilityFrames.LaunchStandaloneBootloader(1),
          new NetworkingFrames.SetManufacturerCode(0x1049),
          new NetworkingFrames.NetworkInit(
              NetworkingFrames.NetworkInit.PARENT_INFO_IN_TOKEN
                  | NetworkingFrames.NetworkInit.END_DEVICE_REJOIN_ON_REBOOT),
          new NetworkingFrames.NetworkState(),
          new NetworkingFrames.StartScan(
              NetworkingFrames.StartScan.ENERGY, EmberNetworkParameters.ALL_CHANNELS, 3),
          new NetworkingFrames.StopScan(),
          new NetworkingFrames.FormNetwork(PARAMETERS),
          new NetworkingFrames.JoinNetwork(2, PARAMETERS),
          new NetworkingFrames.LeaveNetwork(),
          new NetworkingFrames.PermitJoining(254),
          new NetworkingFrames.GetNetworkParameters(),
          new NetworkingFrames.SetConcentrator(
              true, NetworkingFrames.SetConcentrator.HIGH_RAM, 5, 60, 3, 1, 0),
          new NetworkingFrames.SetRadioPower(-8),
          new NetworkingFrames.SetRadioChannel(25),
          new NetworkingFrames.SetLogicalAndRadioChannel(11),
          new TopologyFrames.NeighborCount(),
          new TopologyFrames.GetNeighbor(4),
          new TopologyFrames.GetRouteTableEntry(5),
          new TopologyFrames.GetChildData(6),
          new TopologyFrames.GetSourceRouteTableTotalSize(),
          new TopologyFrames.GetSourceRouteTableFilledSize(),
          new TopologyFrames.GetSourceRouteTableEntry(7),
          new TopologyFrames.SetSourceRoute(0x2F10, List.of(0x470F, 0x826B)),
          new TopologyFrames.SetSourceRouteDiscoveryMode(2),
          new TopologyFrames.SendManyToOneRouteRequest(
              NetworkingFrames.SetConcentrator.HIGH_RAM, 10),
          new MessagingFrames.SendUnicast(MessageType.DIRECT, 0x2F10, APS, 0x44, ON),
          new MessagingFrames.SendBroadcast(0xFFFD, APS, 12, 0x44, ON),
          new MessagingFrames.SendMulticast(APS, 12, 12, 0xFFFD, 0x44, ON),
          new MessagingFrames.SendReply(0x2F10, APS, ON),
          new MessagingFrames.SendRawMessage(Octets.ofHex("01c84affffffff"), 1, true),
          new MessagingFrames.GetMulticastTableEntry(3),
          new MessagingFrames.SetMulticastTableEntry(
              3, new MessagingFrames.MulticastTableEntry(0x0385, 1)),
          new MessagingFrames.LookupNodeIdByEui64(EUI64),
          new MessagingFrames.LookupEui64ByNodeId(0x8795),
          new MessagingFrames.SetExtendedTimeout(EUI64, true),
          new SecurityFrames.SetInitialSecurityState(0x0B84, ALLIANCE, NETWORK_KEY, 7, EUI64),
          new SecurityFrames.GetCurrentSecurityState(),
          new SecurityFrames.FindKeyTableEntry(EUI64, true),
          new SecurityFrames.EraseKeyTableEntry(9),
          new SecurityFrames.ClearKeyTable(),
          new SecurityFrames.ClearTransientLinkKeys(),
          new SecurityFrames.BroadcastNextNetworkKey(NETWORK_KEY),
          new SecurityFrames.BroadcastNetworkKeySwitch(),
          new SecurityFrames.UnicastCurrentNetworkKey(0x8795, EUI64, 0x2F10),
          new SecurityFrames.RemoveDevice(0x2F10, EUI64, OTHER_EUI64),
          new KeyFrames.GetKey(KeyFrames.GetKey.CURRENT_NETWORK_KEY),
          new KeyFrames.GetKeyTableEntry(2),
          new KeyFrames.SetKeyTableEntry(2, EUI64, true, ALLIANCE),
          new KeyFrames.AddOrUpdateKeyTableEntry(EUI64, true, ALLIANCE),
          new KeyFrames.AddTransientLinkKey(EUI64, ALLIANCE),
          new KeyFrames.GetTransientLinkKey(EUI64),
          new KeyFrames.GetTransientKeyTableEntry(2),
          new SecurityManagerFrames.ExportKey(NETWORK),
          new SecurityManagerFrames.ImportKey(APP_LINK, ALLIANCE),
          new SecurityManagerFrames.CheckKeyContext(APP_LINK),
          new SecurityManagerFrames.ImportLinkKey(2, EUI64, ALLIANCE),
          new SecurityManagerFrames.ExportLinkKeyByIndex(2),
          new SecurityManagerFrames.ExportLinkKeyByEui(EUI64),
          new SecurityManagerFrames.ImportTransientKey(ANY_EUI64, ALLIANCE),
          new SecurityManagerFrames.ExportTransientKeyByIndex(0),
          new SecurityManagerFrames.ExportTransientKeyByEui(EUI64),
          new SecurityManagerFrames.GetApsKeyInfo(APP_LINK),
          new SecurityManagerFrames.GetNetworkKeyInfo(),
          new GreenPowerFrames.DGpSend(true, true, SOURCE_ID, 0xF0, Octets.ofHex("0102"), 5, 1000),
          new GreenPowerFrames.GpProxyTableProcessGpPairing(
              0x00E568, GP_EUI64, 3, 0, 0x0B84, 0x8A14, EUI64, ALLIANCE, 0x754, 30),
          new GreenPowerFrames.GpProxyTableLookup(SOURCE_ID),
          new GreenPowerFrames.GpSinkTableLookup(GP_EUI64),
          new GreenPowerFrames.GpSinkTableRemoveEntry(1),
          new GreenPowerFrames.GpSinkTableClearAll(),
          new GreenPowerFrames.GpSinkTableInit(),
          new TokenFrames.GetTokenCount(),
          new TokenFrames.GetTokenInfo(1),
          new TokenFrames.GetTokenData(0x1E3AA, 1),
          new TokenFrames.SetTokenData(0x1E3AA, 1, Octets.ofHex("aabbcc")),
          new TokenFrames.ResetNode(),
          new TokenFrames.TokenFactoryReset(false, true),
          new TokenFrames.ResetToFactoryDefaults());

  static EzspCommand<?> named(String name) {
    return ALL.stream().filter(it -> it.name().equals(name)).findAny().orElseThrow();
  }

  /** The classes of all commands there are. */
  static Stream<Class<?>> classes() {
    return CHAPTERS.stream()
        .flatMap(chapter -> Stream.of(chapter.getDeclaredClasses()))
        .filter(EzspCommand.class::isAssignableFrom);
  }
}
