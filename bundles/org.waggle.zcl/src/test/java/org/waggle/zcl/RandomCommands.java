package org.waggle.zcl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** ZCL frames with every command, the same for the same seed. */
final class RandomCommands {

  private final RandomValues values;
  private final List<Supplier<ZclCommand>> commands =
      List.of(
          () -> new ReadAttributes(list(this::id)),
          () -> new ReadAttributesResponse(list(this::readResult)),
          () -> new WriteAttributes(list(this::attribute)),
          () -> new WriteAttributesUndivided(list(this::attribute)),
          () -> new WriteAttributesNoResponse(list(this::attribute)),
          () -> new ReportAttributes(list(this::attribute)),
          () -> new WriteAttributesResponse(list(() -> new AttributeStatus(failure(), id()))),
          () -> new ConfigureReporting(list(() -> configuration(direction(), id()))),
          () ->
              new ConfigureReportingResponse(
                  list(() -> new ConfigureReportingResponse.Failure(failure(), direction(), id()))),
          () ->
              new ReadReportingConfiguration(
                  list(() -> new ReadReportingConfiguration.Entry(direction(), id()))),
          () -> new ReadReportingConfigurationResponse(list(this::reportingResult)),
          () -> new DefaultResponse(uint8(), ZclStatus.of(uint8())),
          () -> new DiscoverAttributes(id(), uint8()),
          () ->
              new DiscoverAttributesResponse(
                  truth(), list(() -> new DiscoverAttributesResponse.Entry(id(), uint8()))),
          () ->
              new ReadAttributesStructured(
                  list(() -> new ReadAttributesStructured.Entry(id(), selector()))),
          () ->
              new WriteAttributesStructured(
                  list(() -> new WriteAttributesStructured.Entry(id(), selector(), value()))),
          () ->
              new WriteAttributesStructuredResponse(
                  list(
                      () ->
                          new WriteAttributesStructuredResponse.Failure(
                              failure(), id(), selector()))),
          () -> new DiscoverCommandsReceived(uint8(), uint8()),
          () -> new DiscoverCommandsReceivedResponse(truth(), list(this::uint8)),
          () -> new DiscoverCommandsGenerated(uint8(), uint8()),
          () -> new DiscoverCommandsGeneratedResponse(truth(), list(this::uint8)),
          () -> new DiscoverAttributesExtended(id(), uint8()),
          () ->
              new DiscoverAttributesExtendedResponse(
                  truth(),
                  list(() -> new DiscoverAttributesExtendedResponse.Entry(id(), uint8(), uint8()))),
          () -> new ClusterCommand(uint8(), octets()),
          () -> new UnknownCommand(0x17 + uint8() % 0xE9, octets()));

  RandomCommands(SplittableRandom random) {
    values = new RandomValues(random);
  }

  int kinds() {
    return commands.size();
  }

  ZclFrame frame(int kind) {
    return ZclFrame.of(
        truth() ? OptionalInt.of(values.uint16()) : OptionalInt.empty(),
        direction(),
        truth(),
        uint8(),
        commands.get(kind).get());
  }

  private ReadAttributesResponse.Result readResult() {
    return truth()
        ? ReadAttributesResponse.Result.of(id(), value())
        : ReadAttributesResponse.Result.failed(id(), failure());
  }

  private ReadReportingConfigurationResponse.Result reportingResult() {
    Direction direction = direction();
    int id = id();
    return truth()
        ? new ReadReportingConfigurationResponse.Result(
            ZclStatus.SUCCESS, direction, id, Optional.of(configuration(direction, id)))
        : new ReadReportingConfigurationResponse.Result(failure(), direction, id, Optional.empty());
  }

  private ReportingConfiguration configuration(Direction direction, int id) {
    if (direction == Direction.SERVER_TO_CLIENT) {
      return new ReportingConfiguration.Expecting(id, values.uint16());
    }
    ZclType type = values.type();
    return new ReportingConfiguration.Reporting(
        id,
        type,
        values.uint16(),
        values.uint16(),
        type.isAnalog() ? Optional.of(values.value(type)) : Optional.empty());
  }

  private AttributeValue attribute() {
    return new AttributeValue(id(), value());
  }

  private Selector selector() {
    return new Selector(Selector.Operation.values()[uint8() % 3], list(values::uint16));
  }

  private ZclStatus failure() {
    return ZclStatus.of(1 + uint8() % 0xFF);
  }

  private Direction direction() {
    return truth() ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
  }

  /** Not 0xFF01, whose strings are read in a way of their own. */
  private int id() {
    return values.uint16() & 0xFEFF;
  }

  private <T> List<T> list(Supplier<T> element) {
    return values.list(element);
  }

  private ZclValue value() {
    return values.value();
  }

  private Octets octets() {
    return values.octets(values.uint8() & 0x1F);
  }

  private int uint8() {
    return values.uint8();
  }

  private boolean truth() {
    return values.truth();
  }
}
