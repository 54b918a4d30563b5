package org.waggle.demo;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What users configure of the guide. */
@ObjectClassDefinition(
    name = "Waggle: demo guide",
    description = "Opens joining for a simulated house and prints what happens there")
@interface GuideConfiguration {

  @AttributeDefinition(
      name = "Base topic",
      description = "The base topic of the bridge that the house joins")
  String base__topic() default "zigbee2mqtt";

  @AttributeDefinition(
      name = "Last device",
      description = "Ends the demo once so many devices are there; 0 lets it go on")
  int last__device() default 0;
}
