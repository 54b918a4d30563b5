package org.waggle.bridge.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Properties to leave out, given as regular expressions that have to match all of the name. */
public final class PropertyFilter {

  public static final PropertyFilter NONE = new PropertyFilter(List.of());

  private final List<Pattern> patterns;

  private PropertyFilter(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** The filter in an option; elements that are no regular expression match nothing. */
  public static PropertyFilter of(@Nullable Object option) {
    if (!(option instanceof Collection<?> expressions) || expressions.isEmpty()) {
      return NONE;
    }
    List<Pattern> patterns = new ArrayList<>();
    for (Object expression : expressions) {
      try {
        // As in JavaScript: the anchors bind tighter than an alternative at the top level.
        patterns.add(Pattern.compile("^" + expression + "$"));
      } catch (PatternSyntaxException e) {
        continue;
      }
    }
    return new PropertyFilter(List.copyOf(patterns));
  }

  public boolean matches(String property) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(property).find()) {
        return true;
      }
    }
    return false;
  }

  /** Takes matching properties out of a message. */
  public void removeFrom(Map<String, @Nullable Object> message) {
    if (!patterns.isEmpty()) {
      message.keySet().removeIf(this::matches);
    }
  }
}
