package org.waggle.device.api.access;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.waggle.zcl.ZclCommand;

/** An endpoint of a device. */
@ProviderType
public interface DeviceEndpoint extends Target {

  /** 1..254. */
  int id();

  Device device();

  /** Binds a cluster of this endpoint to the coordinator. */
  CompletionStage<Void> bind(int clusterId);

  /** Removes the binding of a cluster of this endpoint to the coordinator. */
  CompletionStage<Void> unbind(int clusterId);

  /** Configures reporting of attributes of a cluster. */
  CompletionStage<Void> configureReporting(
      int clusterId, List<ReportingRequest> reporting, RequestOptions options);

  /** Sends any general command; nothing is waited for but delivery. */
  CompletionStage<Void> send(int clusterId, ZclCommand command, RequestOptions options);

  /** The scenes that were stored on this endpoint through Waggle. Durable. */
  List<Scene> scenes();

  /** Notes a scene in place of what was noted with its group and id. */
  void noteScene(Scene scene);

  /** Forgets scenes; harmless if there are none. */
  void forgetScenes(Predicate<Scene> which);
}
