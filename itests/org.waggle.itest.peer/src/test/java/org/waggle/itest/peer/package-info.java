/** Waggle beside real Zigbee2MQTT on the same simulated house. */
package org.waggle.itest.peer;
