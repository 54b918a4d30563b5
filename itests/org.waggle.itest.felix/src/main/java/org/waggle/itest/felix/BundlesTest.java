package org.waggle.itest.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** All bundles together, before anything is configured. */
class BundlesTest {

  @InjectBundleContext BundleContext context;
  @InjectService ServiceComponentRuntime components;

  @Test
  void everyBundleIsActive() {
    List<Bundle> waggle =
        Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getSymbolicName().startsWith("org.waggle."))
            .toList();

    assertThat(waggle)
        .hasSizeGreaterThan(10)
        .allSatisfy(bundle -> assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE));
  }

  @Test
  void everyComponentThatNeedsNoConfigurationIsSatisfied() {
    assertThat(components.getComponentDescriptionDTOs())
        .filteredOn(component -> component.bundle.symbolicName.startsWith("org.waggle."))
        .filteredOn(component -> !component.configurationPolicy.equals("require"))
        .isNotEmpty()
        .allSatisfy(this::isSatisfied);
  }

  private void isSatisfied(ComponentDescriptionDTO component) {
    assertThat(components.getComponentConfigurationDTOs(component))
        .as(component.name)
        .isNotEmpty()
        .allMatch(
            instance ->
                instance.state == ComponentConfigurationDTO.ACTIVE
                    || instance.state == ComponentConfigurationDTO.SATISFIED);
  }
}
