package org.affogato.api.method.desk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of reports: filters bound, nothing but reading. */
class BoundQueryTest {
    @Test
    void bindsFiltersAndLists() {
        Map<String, Object> filters = Map.of("least", 3L, "makers", List.of("a", "b"), "none", List.of());
        BoundQuery query = BoundQuery.of(
                "select '%%x', `%` from t where a >= %(least)s and b in %(makers)s and c in %(none)s and d like '5%'",
                filters);
        assertThat(query.sql())
                .isEqualTo("select '%x', `%` from t where a >= ? and b in (?, ?) and c in (NULL) and d like '5%'");
        assertThat(query.values()).containsExactly(3L, "a", "b");
    }

    @Test
    void namesAMissingFilter() {
        assertThatThrownBy(() -> BoundQuery.of("select %(day)s", Map.of()))
                .isInstanceOf(ValidationError.class)
                .hasMessageContaining("day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '%(day)s'",
                "select ?",
                "",
                "  ",
            })
    void refusesWhatCannotBeBound(String query) {
        assertThatThrownBy(() -> BoundQuery.of(query, Map.of("day", "x"))).isInstanceOf(ValidationError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from tabToDo",
                "/* x */ select 1",
                "select 1 into outfile '/tmp/x'",
                "select 1 InTo @x",
                "select load_file('/etc/passwd')",
                "select load_file/**/('/etc/passwd')",
                "select get_lock('a', 1)",
                "select sleep(100)",
                "select `sleep`.x, benchmark(1, 1)",
                "select * from __Auth",
                "select * from `__auth`",
                "select * from /*!__Auth*/ x",
                "select * from tabToDo for update",
                "select * from tabToDo for\n update",
                "with x as (select 1) select * from x, __Auth",
            })
    void refusesWhatDoesMoreThanRead(String query) {
        assertThatThrownBy(() -> BoundQuery.of(query, Map.of())).isInstanceOf(PermissionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'into __Auth' from tabToDo -- sleep\n where 1",
                "SELECT name AS `into` FROM tabToDo # get_lock",
                "with x as (select 1) select * from x",
                "explain select 1",
            })
    void letsReadingThrough(String query) {
        assertThat(BoundQuery.of(query, Map.of()).sql()).isEqualTo(query);
    }
}
