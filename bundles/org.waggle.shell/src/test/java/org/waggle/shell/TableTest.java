package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.shell.Table.Column.numbers;
import static org.waggle.shell.Table.Column.words;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void fitsColumnsToWhatATerminalShows() {
    Table table = new Table(words("NAME"), numbers("N"), words("END"));
    table.row("cafe\u0301", 5, "x");
    table.row("ｋ温度", 10, "");
    table.row("\uD83D\uDCA1", 100, "x");

    assertThat(table.lines())
        .containsExactly(
            "NAME      N  END", "cafe\u0301      5  x", "ｋ温度   10", "\uD83D\uDCA1      100  x");
  }

  @Test
  void showsNoLineOfHeadingsWhereThereAreNone() {
    Table table = new Table(words(""), words(""));
    table.row("a", "b");

    assertThat(table.lines()).containsExactly("a  b");
  }

  @Test
  void letsNoCellBreakOutOfItsLine() {
    Table table = new Table(words("A"), words("B"));
    table.row("1\n2\u2028", "\u202Erid\u009b");

    assertThat(table.lines()).containsExactly("A     B", "1\uFFFD2\uFFFD  \uFFFDrid\uFFFD");
  }

  @Test
  void wantsACellForEachColumn() {
    Table table = new Table(words("A"), words("B"));

    assertThatThrownBy(() -> table.row("a")).isInstanceOf(IllegalArgumentException.class);
  }
}
