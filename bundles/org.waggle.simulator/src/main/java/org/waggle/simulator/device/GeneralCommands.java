package org.waggle.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.waggle.zcl.AttributeStatus;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.ConfigureReporting;
import org.waggle.zcl.ConfigureReportingResponse;
import org.waggle.zcl.Direction;
import org.waggle.zcl.DiscoverAttributes;
import org.waggle.zcl.DiscoverAttributesExtended;
import org.waggle.zcl.DiscoverAttributesExtendedResponse;
import org.waggle.zcl.DiscoverAttributesResponse;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReadReportingConfiguration;
import org.waggle.zcl.ReadReportingConfigurationResponse;
import org.waggle.zcl.ReportingConfiguration;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.WriteAttributesNoResponse;
import org.waggle.zcl.WriteAttributesResponse;
import org.waggle.zcl.WriteAttributesUndivided;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclValue;

/** The general commands to one cluster: reading, writing, reporting, discovery (ZCL 2.5). */
final class GeneralCommands {

  /** What fits into a frame after the headers. */
  private static final int ROOM = 78;

  private static final int ACCESS_READ = 1;
  private static final int ACCESS_WRITE = 2;
  private static final int ACCESS_REPORT = 4;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private final OptionalInt manufacturerCode;

  GeneralCommands(
      VirtualEndpoint endpoint, ClusterAttributes attributes, OptionalInt manufacturerCode) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    this.manufacturerCode = manufacturerCode;
  }

  /** The response; empty if there is none, or the command is not known here. */
  Optional<ZclCommand> answer(ZclCommand command) {
    if (command instanceof ReadAttributes read) {
      return Optional.of(read(read.attributeIds()));
    } else if (command instanceof WriteAttributes write) {
      return Optional.of(write(write.attributes()));
    } else if (command instanceof WriteAttributesUndivided write) {
      return Optional.of(writeUndivided(write.attributes()));
    } else if (command instanceof WriteAttributesNoResponse write) {
      write(write.attributes());
    } else if (command instanceof ConfigureReporting configure) {
      return Optional.of(configure(configure.configurations()));
    } else if (command instanceof ReadReportingConfiguration read) {
      return Optional.of(readConfiguration(read.entries()));
    } else if (command instanceof DiscoverAttributes discover) {
      return Optional.of(discover(discover.startAttributeId(), discover.maximum()));
    } else if (command instanceof DiscoverAttributesExtended discover) {
      return Optional.of(discoverExtended(discover.startAttributeId(), discover.maximum()));
    }
    return Optional.empty();
  }

  private AttributeKey key(int id) {
    return new AttributeKey(manufacturerCode, id);
  }

  private ZclCommand read(List<Integer> ids) {
    List<ReadAttributesResponse.Result> results = new ArrayList<>();
    for (int id : ids) {
      ReadAttributesResponse.Result result =
          attributes
              .get(key(id))
              .map(value -> ReadAttributesResponse.Result.of(id, value))
              .orElseGet(
                  () -> ReadAttributesResponse.Result.failed(id, ZclStatus.UNSUPPORTED_ATTRIBUTE));
      results.add(result);
      if (!results.isEmpty() && new ReadAttributesResponse(results).encode().size() > ROOM) {
        results.set(
            results.size() - 1,
            ReadAttributesResponse.Result.failed(id, ZclStatus.INSUFFICIENT_SPACE));
        break;
      }
    }
    return new ReadAttributesResponse(results);
  }

  private ZclCommand write(List<AttributeValue> values) {
    List<AttributeStatus> failures = new ArrayList<>();
    for (AttributeValue value : values) {
      ZclStatus status = check(value);
      if (status.isSuccess()) {
        store(value);
      } else {
        failures.add(new AttributeStatus(status, value.attributeId()));
      }
    }
    return new WriteAttributesResponse(failures);
  }

  private ZclCommand writeUndivided(List<AttributeValue> values) {
    List<AttributeStatus> failures =
        values.stream()
            .map(value -> new AttributeStatus(check(value), value.attributeId()))
            .filter(status -> !status.status().isSuccess())
            .toList();
    if (failures.isEmpty()) {
      values.forEach(this::store);
    }
    return new WriteAttributesResponse(failures);
  }

  private ZclStatus check(AttributeValue value) {
    AttributeKey key = key(value.attributeId());
    Optional<ZclValue> present = attributes.get(key);
    if (present.isEmpty()) {
      return ZclStatus.UNSUPPORTED_ATTRIBUTE;
    } else if (attributes.isReadOnly(key)) {
      return ZclStatus.READ_ONLY;
    }
    return present.get().type() == value.value().type()
        ? ZclStatus.SUCCESS
        : ZclStatus.INVALID_DATA_TYPE;
  }

  private void store(AttributeValue value) {
    AttributeKey key = key(value.attributeId());
    attributes.set(key, value.value());
    endpoint.behaviour(attributes.cluster()).ifPresent(behaviour -> behaviour.written(key));
    endpoint.device().changed();
  }

  private ZclCommand configure(List<ReportingConfiguration> configurations) {
    List<ConfigureReportingResponse.Failure> failures = new ArrayList<>();
    for (ReportingConfiguration configuration : configurations) {
      ZclStatus status = configure(configuration);
      if (!status.isSuccess()) {
        failures.add(
            new ConfigureReportingResponse.Failure(
                status, configuration.direction(), configuration.attributeId()));
      }
    }
    endpoint.device().changed();
    return new ConfigureReportingResponse(failures);
  }

  private ZclStatus configure(ReportingConfiguration configuration) {
    if (!(configuration instanceof ReportingConfiguration.Reporting reporting)) {
      return ZclStatus.SUCCESS;
    }
    AttributeKey key = key(reporting.attributeId());
    Optional<ZclValue> value = attributes.get(key);
    if (value.isEmpty()) {
      return ZclStatus.UNSUPPORTED_ATTRIBUTE;
    } else if (value.get().type() != reporting.type()) {
      return ZclStatus.INVALID_DATA_TYPE;
    }
    endpoint.reporter().configure(attributes.cluster(), key, reporting, value.get());
    return ZclStatus.SUCCESS;
  }

  private ZclCommand readConfiguration(List<ReadReportingConfiguration.Entry> entries) {
    return new ReadReportingConfigurationResponse(
        entries.stream().map(this::readConfiguration).toList());
  }

  private ReadReportingConfigurationResponse.Result readConfiguration(
      ReadReportingConfiguration.Entry entry) {
    AttributeKey key = key(entry.attributeId());
    Optional<ReportingConfiguration> found =
        entry.direction() == Direction.CLIENT_TO_SERVER
            ? endpoint
                .reporter()
                .configuration(attributes.cluster(), key)
                .map(reporting -> reporting)
            : Optional.empty();
    ZclStatus status =
        attributes.get(key).isEmpty()
            ? ZclStatus.UNSUPPORTED_ATTRIBUTE
            : found.isEmpty() ? ZclStatus.NOT_FOUND : ZclStatus.SUCCESS;
    return new ReadReportingConfigurationResponse.Result(
        status, entry.direction(), entry.attributeId(), found);
  }

  private List<Map.Entry<AttributeKey, ZclValue>> from(int start) {
    return attributes.all().entrySet().stream()
        .filter(entry -> entry.getKey().manufacturerCode().equals(manufacturerCode))
        .filter(entry -> entry.getKey().id() >= start)
        .toList();
  }

  private ZclCommand discover(int start, int maximum) {
    List<Map.Entry<AttributeKey, ZclValue>> found = from(start);
    int count = Math.min(Math.min(maximum, found.size()), ROOM / 3);
    return new DiscoverAttributesResponse(
        count == found.size(),
        found.subList(0, count).stream()
            .map(
                entry ->
                    new DiscoverAttributesResponse.Entry(
                        entry.getKey().id(), entry.getValue().type().id()))
            .toList());
  }

  private ZclCommand discoverExtended(int start, int maximum) {
    List<Map.Entry<AttributeKey, ZclValue>> found = from(start);
    int count = Math.min(Math.min(maximum, found.size()), ROOM / 4);
    return new DiscoverAttributesExtendedResponse(
        count == found.size(),
        found.subList(0, count).stream()
            .map(
                entry ->
                    new DiscoverAttributesExtendedResponse.Entry(
                        entry.getKey().id(), entry.getValue().type().id(), access(entry.getKey())))
            .toList());
  }

  private int access(AttributeKey key) {
    int write = attributes.isReadOnly(key) ? 0 : ACCESS_WRITE;
    return ACCESS_READ | ACCESS_REPORT | write;
  }
}
