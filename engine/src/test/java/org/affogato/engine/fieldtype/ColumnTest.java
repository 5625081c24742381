package org.affogato.engine.fieldtype;

import static org.affogato.engine.fieldtype.Fields.field;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {
    @ParameterizedTest
    @CsvSource({
        "Data, varchar(140)",
        "Link, varchar(140)",
        "Dynamic Link, varchar(140)",
        "Select, varchar(140)",
        "Read Only, varchar(140)",
        "Color, varchar(140)",
        "Icon, varchar(140)",
        "Phone, varchar(140)",
        "Autocomplete, varchar(140)",
        "Small Text, text",
        "Text, text",
        "Password, text",
        "Attach, text",
        "Attach Image, text",
        "Long Text, longtext",
        "Code, longtext",
        "Text Editor, longtext",
        "Markdown Editor, longtext",
        "HTML Editor, longtext",
        "Signature, longtext",
        "Geolocation, longtext",
        "Barcode, longtext",
        "JSON, json",
        "Date, date",
        "Datetime, datetime(6)",
        "Time, time(6)",
        "Duration, 'decimal(21,9)'",
        "Rating, 'decimal(3,2)'",
    })
    void mayBeNull(String fieldtype, String type) {
        assertThat(column(field(fieldtype))).isEqualTo(Column.of(type));
    }

    @ParameterizedTest
    @CsvSource({
        "Check, int(1), 0",
        "Int, int(11), 0",
        "Long Int, bigint(20), 0",
        "Float, 'decimal(21,9)', 0.000000000",
        "Currency, 'decimal(21,9)', 0.000000000",
        "Percent, 'decimal(21,9)', 0.000000000",
    })
    void isNeverNullForNumbers(String fieldtype, String type, String defaultValue) {
        assertThat(column(field(fieldtype))).isEqualTo(Column.notNull(type, defaultValue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Table",
                "Table MultiSelect",
                "Button",
                "HTML",
                "Heading",
                "Image",
                "Fold",
                "Section Break",
                "Column Break",
                "Tab Break",
                "MultiSelect",
                "Nonsense"
            })
    void isMissingForTablesLayoutAndUnknownTypes(String fieldtype) {
        assertThat(field(fieldtype).type().column(field(fieldtype))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Data", "Int", "Float", "Date", "JSON"})
    void isMissingForVirtualFields(String fieldtype) {
        DocField virtual = field(fieldtype, "is_virtual", 1);
        assertThat(virtual.type().column(virtual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Data, 5, varchar(5)",
        "Select, 300, varchar(300)",
        "Int, 5, int(5)",
        "Int, 11, int(11)",
        "Int, 12, bigint(20)",
        "Check, 2, int(2)",
        "Long Int, 5, bigint(20)",
        "Float, 5, 'decimal(21,9)'",
        "Text, 5, text",
        "Date, 5, date",
    })
    void takesTheLengthOfTheField(String fieldtype, int length, String type) {
        assertThat(column(field(fieldtype, "length", length)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "Data, Open, Open",
        "Data, it's, it's",
        "Text, {}, {}",
        "Date, 2026-01-01, 2026-01-01",
        "Int, 7, 7",
        "Int, x, 0",
        "Check, 1, 1",
        "Float, 15, 15.000000000",
        "Currency, '1,234.5', 1234.500000000",
        "Percent, abc, 0.000000000",
        "Duration, 60, 60",
    })
    void takesAConstantDefault(String fieldtype, String given, String expected) {
        assertThat(column(field(fieldtype, "default", given)).defaultValue()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Date, Today",
        "Datetime, Now",
        "Datetime, now",
        "Date, __today",
        "Link, __user",
        "Data, _Login",
        "Data, _Full Name",
        "Link, :Company"
    })
    void leavesOutADefaultThatIsWorkedOut(String fieldtype, String given) {
        assertThat(column(field(fieldtype, "default", given)).defaultValue()).isNull();
    }

    @Test
    void isNotNullableOnDemand() {
        assertThat(column(field("Data", "not_nullable", 1))).isEqualTo(Column.notNull("varchar(140)", ""));
        assertThat(column(field("Data", "not_nullable", 1, "default", "x")))
                .isEqualTo(Column.notNull("varchar(140)", "x"));
        assertThat(column(field("Duration", "not_nullable", 1)))
                .isEqualTo(Column.notNull("decimal(21,9)", "0.000000000"));
        assertThat(column(field("Date", "not_nullable", 1))).isEqualTo(new Column("date", false, null));
        assertThat(column(field("Int", "not_nullable", 1))).isEqualTo(Column.notNull("int(11)", "0"));
    }

    @Test
    void isKnownForEveryType() {
        List<String> without = FieldTypes.standard().all().stream()
                .filter(type -> type.column(field(type.name())).isEmpty())
                .map(type -> type.name())
                .toList();
        assertThat(FieldTypes.standard().all()).hasSize(44);
        assertThat(without)
                .hasSize(10)
                .allMatch(name -> !FieldTypes.standard().get(name).isNumeric());
    }

    private static Column column(DocField field) {
        return field.type().column(field).orElseThrow();
    }
}
