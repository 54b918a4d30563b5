package org.waggle.zigbee;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * What users configure of a network. Numbers are texts here: what is no number shall be told in one
 * sentence, and the network be there to say so, where Declarative Services would refuse it all.
 */
@ObjectClassDefinition(
    name = "Waggle: Zigbee network",
    description = "A Zigbee coordinator and the network it keeps")
@interface NetworkConfiguration {

  @AttributeDefinition(
      name = "Port",
      description =
          "Where the coordinator is: /dev/ttyUSB0, COM3, or tcp://host:port. Empty or auto for the"
              + " only stick that an installed radio recognizes",
      required = false)
  String port() default "";

  @AttributeDefinition(
      name = "Adapter",
      description =
          "The coordinator's family: ember, or another that an installed radio names; auto to find"
              + " out")
  String adapter() default "auto";

  @AttributeDefinition(
      name = "Baud rate",
      description = "Speed of a serial port; 0 to find out",
      type = AttributeType.INTEGER)
  String baud__rate() default "0";

  @AttributeDefinition(
      name = "Flow control",
      description = "Flow control of a serial port",
      options = {
        @Option(label = "find out", value = "auto"),
        @Option(label = "none", value = "none"),
        @Option(label = "XON/XOFF", value = "software"),
        @Option(label = "RTS/CTS", value = "hardware")
      })
  String flow__control() default "auto";

  @AttributeDefinition(
      name = "Channel",
      description = "Zigbee channel, 11 to 26",
      type = AttributeType.INTEGER)
  String channel() default "11";

  @AttributeDefinition(
      name = "PAN id",
      description = "1 to 65534 (0x1a62 is also read), or GENERATE for a random one")
  String pan__id() default "6754";

  @AttributeDefinition(
      name = "Extended PAN id",
      description =
          "16 hexadecimal digits, or 8 numbers with the last digits first, or GENERATE for a"
              + " random one")
  String[] ext__pan__id() default {"0xdddddddddddddddd"};

  @AttributeDefinition(
      name = "Network key",
      description =
          "32 hexadecimal digits, or 16 numbers, or GENERATE for a random one. The default is known"
              + " to everybody")
  String[] network__key() default {
    "1", "3", "5", "7", "9", "11", "13", "15", "0", "2", "4", "6", "8", "10", "12", "13"
  };

  @AttributeDefinition(
      name = "Transmit power",
      description = "dBm; empty for the adapter's usual one",
      required = false)
  String transmit__power() default "";

  @AttributeDefinition(
      name = "Directory",
      description = "Where the network's documents are kept; empty for a place of its own",
      required = false)
  String directory() default "";

  @AttributeDefinition(
      name = "Concurrency",
      description =
          "How many devices are spoken to at once, 1 to 64; the coordinator may have room for fewer"
              + " frames, which the radio knows",
      type = AttributeType.INTEGER)
  String concurrency() default "32";

  @AttributeDefinition(
      name = "Reform",
      description =
          "Whether a coordinator that is on another network than the one configured here is to leave"
              + " it and form this one; all devices must then join again")
  boolean reform() default false;
}
