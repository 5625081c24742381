package org.affogato.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static Library library;

    @BeforeAll
    static void open() {
        library = new Library(DATABASE.dataSource());
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "[['n','=',2]]|a2",
                "[['n','!=',2]]|a1 b1 b2 c1",
                "[['n','>','1']]|a2 b1 c1",
                "[['n','=','abc']]|b2",
                "[['f','>=',2.5]]|a2 c1",
                "[['d','<=','2026-01-05']]|a1 b2 c1",
                "[['d','>','2026-01-05']]|a2 b1",
                "[['title','>','b']]|b1 b2 c1",
                "[['s','!=','red']]|a2 b2 c1",
                "[['writer','!=','guest']]|a2 b1 b2 c1",
                "[['at','<','2026-01-06 00:00:00']]|a1 b1 b2 c1",
                "{'k':true}|a1 b1",
                "{'k':''}|a2 b2 c1",
                "{'f':0}|b2",
                "{'t':''}|b2",
                "{'d':''}|''",
                "{'title':null}|''",
                "{'writer':['!=','']}|a1 a2",
                "{'docstatus':0}|a1 a2 b1 b2 c1",
                "{'s':'red','n':['>',1]}|b1",
                "[['Book','s','=','red']]|a1 b1",
                "[]|a1 a2 b1 b2 c1",
                "[['title','in',['a1','b2','zz']]]|a1 b2",
                "[['title','in','a1, b2']]|a1 b2",
                "[['title','not in',['a1','b2']]]|a2 b1 c1",
                "[['title','in',[]]]|''",
                "[['title','not in',[]]]|a1 a2 b1 b2 c1",
                "[['s','in',['red','']]]|a1 b1 b2",
                "[['s','in',['red',null]]]|a1 b1 b2",
                "[['s','not in',['red']]]|a2 b2 c1",
                "[['n','in',[1,'10']]]|a1 c1",
                "[['d','in',['2026-01-05','2025-12-31']]]|a1 c1",
                "[['s','is','set']]|a1 a2 b1 c1",
                "[['s','is','not set']]|b2",
                "[['t','is','not set']]|b2",
                "[['d','is','set']]|a1 a2 b1 c1",
                "[['d','is','not set']]|b2",
                "[['n','is','set']]|a1 a2 b1 c1",
                "[['n','is','not set']]|''",
                "[['k','is','set']]|a1 b1",
                "[['title','like','A%']]|a1 a2",
                "[['title','like','1']]|''",
                "[['t','like','%0\\\\%%']]|''",
                "[['t','like','%\\\\%']]|c1",
                "[['t','not like','%e%']]|b2 c1",
                "[['s','not like','r%']]|a2 b2 c1",
                "[['n','like','1%']]|a1 c1",
                "[['d','between',['2026-01-05','2026-01-06']]]|a1 a2",
                "[['at','between',['2026-01-05','2026-01-05']]]|a1",
                "[['at','between',['2026-01-05 10:00:01','2026-01-06 00:00:00']]]|a2",
                "[['d','Between',['2025-12-01','2025-12-31']]]|c1",
                "[['creation','between',['2001-01-01','2001-12-31']]]|''",
                "[['creation','Timespan','today']]|a1 a2 b1 b2 c1",
                "[['d','timespan','last month']]|a1 a2",
                "[['d','previous','1 month']]|a1 a2",
                "[['d','timespan','last quarter']]|c1",
                "[['d','timespan','last century']]|''",
                "[['modified','timespan','last week']]|''",
                "[['creation','>','2020-01-01']]|a1 a2 b1 b2 c1",
                "[['shelf','descendants of','R']]|a1 a2",
                "[['shelf','descendants of','R1']]|a1",
                "[['shelf','not descendants of','R1']]|a2 b1 b2 c1",
                "[['shelf','not descendants of','R2']]|a1 a2",
                "[['shelf','descendants of (inclusive)','R2']]|a2",
                "[['shelf','ancestors of','R1a']]|''",
                "[['Page','item','=','y']]|a1",
                "[['Page','qty','>',4]]|a1 a2",
            })
    void findsWhatTheReferenceFinds(String filters, String names) {
        List<String> expected = names.isEmpty() ? List.of() : List.of(names.split(" "));
        assertThat(library.names(filters.replace('\'', '"'))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[['nope','=',1]]",
                "{'nope':1}",
                "[['n` = 1 or 1=1 -- ','=',1]]",
                "['1=1']",
                "[['pages.item','=','x']]",
                "[['pages','=','x']]",
                "[['ghost','=','x']]",
                "[['Writer','name','=','x']]",
                "[['parent','=','x']]",
            })
    void refusesUnknownFields(String filters) {
        assertThatThrownBy(() -> library.names(filters.replace('\'', '"'))).isInstanceOf(DataError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[['n','~',1]]",
                "[['n','= 1 or 1=1 --',1]]",
                "['s','=','red']",
                "[['n','between',['1','3']]]",
                "[['s','is','maybe']]",
                "[['d','like','2026-01%']]",
                "[['d','previous','1 age']]",
                "[['title','in',5]]",
                "[['title','=',{'a':1}]]",
                "[['n']]",
                "{'n':['>']}",
                "[[1,'=',1]]",
            })
    void refusesWhatMakesNoCondition(String filters) {
        assertThatThrownBy(() -> library.names(filters.replace('\'', '"'))).isInstanceOf(ValidationError.class);
    }

    @Test
    void takesTheFirstOfTwoOrFivePartsForADoctype() {
        assertThatThrownBy(() -> library.names("[[\"s\",\"red\"]]")).isInstanceOf(DoesNotExistError.class);
        assertThatThrownBy(() -> library.names("[[\"n\",\"between\",1,2,3]]")).isInstanceOf(DoesNotExistError.class);
        assertThat(library.names("[[\"Book\",\"n\",\"=\",1,false]]")).containsExactly("a1");
    }

    @Test
    void takesATextForAName() {
        assertThat(library.names("\"a1\"")).containsExactly("a1");
    }

    @Test
    void countsWithoutTakingEmptyColumnsForValues() {
        assertThat(library.count("{}")).isEqualTo(5);
        assertThat(library.count("{\"s\":[\"!=\",\"red\"]}")).isEqualTo(2);
        assertThat(library.count("{\"s\":null}")).isEqualTo(1);
        assertThat(library.count("[[\"title\",\"like\",\"%1\"]]")).isEqualTo(3);
        assertThat(library.count("[[\"Page\",\"item\",\"in\",[\"x\",\"y\"]]]")).isEqualTo(3);
        assertThat(library.count("[\"a1\", \"b1\", \"zz\"]")).isEqualTo(2);
        assertThat(library.count("[[\"s\", \"red\"]]")).isEqualTo(2);
        assertThatThrownBy(() -> library.count("{\"colour\":1}")).isInstanceOf(DataError.class);
    }
}
