package org.waggle.zigbee;

import org.waggle.zigbee.api.EndpointAddress;

/** An endpoint that was in a group when the group was removed by force, and may not know yet. */
record FormerMember(int groupId, EndpointAddress endpoint) {}
