package org.waggle.device.api.light;

/**
 * The colours of a black body by its temperature, in CIE 1931.
 *
 * <p>A Chebyshev series over the reciprocal temperature, within 4e-10 of the tabulated locus from
 * 1000 to 20000 K. Temperatures count in steps of 10 K, as in that table.
 */
final class PlanckianLocus {

  private static final double STEP = 10;
  private static final double COOLEST = 1000;
  private static final double HOTTEST = 20000;
  private static final double FEWEST_MIREDS = 50;
  private static final double MOST_MIREDS = 1000;

  private static final double[] X = {
    0.490014559259, 0.202405403488, -0.0417142655863, -0.00184346060386, 0.00601864172691,
    -0.00259548058813, 0.000398942547747, 0.000149701341112, -0.000111509873829, 0.0000305590954209,
    -0.00000258894252101, -1.77530549076e-7, -6.46824704322e-7, 4.68156931573e-7, -1.29646846878e-8,
    -1.61868598554e-7, 1.25602173731e-7, -5.07760327787e-8, 7.89097628629e-9, 4.9520748602e-9,
    -4.80453218277e-9, 2.41435257865e-9, -6.85216235862e-10, 1.75824594366e-10, 1.93128796499e-10
  };

  private static final double[] Y = {
    0.355330794212,
    0.0283139850677,
    -0.0566727450501,
    0.018767597089,
    0.000907505501523,
    -0.00343691949802,
    0.00155352208789,
    -0.000287512554944,
    -0.0000525799168282,
    0.0000533840839327,
    -0.0000182938724768,
    0.00000484935384237,
    -0.0000023739775825,
    0.00000154583850684,
    -6.41210472003e-7,
    4.32520909591e-8,
    1.46477276194e-7,
    -1.22876518387e-7,
    5.79222057783e-8,
    -1.62415685359e-8,
    8.57831348356e-11,
    3.03718949061e-9,
    -2.25420504734e-9,
    1.02409512613e-9,
    -3.99748047822e-10
  };

  private PlanckianLocus() {}

  static Color.Xy ofMireds(double mireds) {
    double kelvin = Math.floor(Math.round(1_000_000 / mireds) / STEP) * STEP;
    double known = Math.min(HOTTEST, Math.max(COOLEST, kelvin));
    double s =
        (2 * 1_000_000 / known - FEWEST_MIREDS - MOST_MIREDS) / (MOST_MIREDS - FEWEST_MIREDS);
    return new Color.Xy(sum(X, s), sum(Y, s));
  }

  /** Clenshaw's recurrence. */
  private static double sum(double[] coefficients, double s) {
    double next = 0;
    double afterNext = 0;
    for (int i = coefficients.length - 1; i > 0; i--) {
      double current = 2 * s * next - afterNext + coefficients[i];
      afterNext = next;
      next = current;
    }
    return s * next - afterNext + coefficients[0];
  }
}
