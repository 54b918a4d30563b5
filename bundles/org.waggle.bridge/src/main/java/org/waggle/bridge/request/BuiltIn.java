package org.waggle.bridge.request;

import org.waggle.bridge.request.GroupMembers.Change;
import org.waggle.bridge.request.Lookup.Kind;
import org.waggle.bridge.request.Requests.Form;

/** The requests that the bridge itself serves. */
public final class BuiltIn {

  private BuiltIn() {}

  /** Has them served. */
  public static void serve(Requests requests, RequestTools tools) {
    requests.serve("health_check", new HealthCheck());
    requests.serve("networkmap", tools.networkMap(), Form.EXACT);
    requests.serve("permit_join", new PermitJoin(tools));
    requests.serve("device/rename", new Rename(tools, Kind.DEVICE));
    requests.serve("device/remove", new DeviceRemove(tools));
    requests.serve("device/options", new Options(tools, Kind.DEVICE));
    requests.serve("device/interview", new Interview(tools));
    requests.serve("device/configure", new ConfigureDevice(tools), Form.EXACT);
    requests.serve("group/add", new GroupAdd(tools));
    requests.serve("group/remove", new GroupRemove(tools));
    requests.serve("group/rename", new Rename(tools, Kind.GROUP));
    requests.serve("group/options", new Options(tools, Kind.GROUP));
    for (Change change : Change.values()) {
      requests.serve("group/members/" + change, new GroupMembers(tools, change), Form.STRICT);
    }
  }
}
