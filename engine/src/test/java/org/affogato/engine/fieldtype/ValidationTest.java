package org.affogato.engine.fieldtype;

import static org.affogato.engine.fieldtype.Fields.field;
import static org.affogato.engine.fieldtype.Fields.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.affogato.engine.error.CharacterLengthExceededError;
import org.affogato.engine.error.InvalidEmailAddressError;
import org.affogato.engine.error.InvalidNameError;
import org.affogato.engine.error.InvalidPhoneNumberError;
import org.affogato.engine.error.NonNegativeError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Email | a@example.com",
                "Email | a@example.com, b@example.com",
                "Email | Ann <ann@example.com>",
                "Email | a@example.com,,",
                "Email | Administrator",
                "Name | Ann O'Neil",
                "Name | Zoë van-Berg",
                "Phone | +1 (202) 555-0123",
                "Phone | 12345",
                "URL | https://example.com/x?y=1",
                "URL | ftp://example.com/file",
                "URL | //example.com",
                "IBAN | GB29 NWBK 6016 1331 9268 19",
                "Barcode | anything",
            })
    void takesDataOfTheFormatAskedFor(String options, String value) {
        assertThatCode(() -> validate(field("Data", "options", options), value)).doesNotThrowAnyException();
    }

    @Test
    void refusesDataOfAnotherFormat() {
        refused(InvalidEmailAddressError.class, field("Data", "options", "Email"), "not a mail");
        refused(InvalidEmailAddressError.class, field("Data", "options", "Email"), "a@example.com, b");
        refused(InvalidEmailAddressError.class, field("Data", "options", "Email"), "a@b");
        refused(InvalidNameError.class, field("Data", "options", "Name"), "R2D2 #1");
        refused(InvalidPhoneNumberError.class, field("Data", "options", "Phone"), "phone 5");
        refused(InvalidPhoneNumberError.class, field("Data", "options", "Phone"), "123456789012345678901");
        refused(ValidationError.class, field("Data", "options", "URL"), "example.com");
        refused(ValidationError.class, field("Data", "options", "URL"), "/app/relative");
        refused(ValidationError.class, field("Data", "options", "IBAN"), "GB29 NWBK 6016 1331 9268 18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email", "Name", "Phone", "URL", "IBAN"})
    void takesNothingForAnyFormat(String options) {
        DocField field = field("Data", "options", options);
        assertThatCode(() -> {
                    validate(field, "");
                    validate(field, null);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void leavesFormatsAloneWhereTheFieldOnceWasOfAnotherType() {
        DocField field = field("Data", "options", "Email", "oldfieldtype", "Select");
        assertThatCode(() -> validate(field, "not a mail")).doesNotThrowAnyException();
    }

    @Test
    void checksPhoneNumbersByCountry() {
        DocField phone = field("Phone");
        for (String valid : List.of("+91-9845098450", "+919845098450", "+1-2025550123", "")) {
            assertThatCode(() -> validate(phone, valid)).as(valid).doesNotThrowAnyException();
        }
        for (String invalid : List.of("9845 098 450", "+91-98XX", "call me", "+91-1")) {
            refused(InvalidPhoneNumberError.class, phone, invalid);
        }
    }

    @Test
    void takesOnlyTheOptionsOfASelect() {
        DocField select = field("Select", "options", "Open\nIn Progress\nDone");
        for (Object valid : new Object[] {"Open", " Done ", "", null, 0L}) {
            assertThatCode(() -> validate(select, valid)).doesNotThrowAnyException();
        }
        refused(ValidationError.class, select, "done");
        refused(ValidationError.class, select, "Nope");
        refused(ValidationError.class, select, 9L);
        refused(ValidationError.class, select, "  ");
        assertThatCode(() -> validate(field("Select"), "whatever")).doesNotThrowAnyException();
        DocField series = field("Select", "fieldname", "naming_series", "options", "A-.#");
        assertThatCode(() -> validate(series, "B-.#")).doesNotThrowAnyException();
    }

    @Test
    void refusesTextLongerThanItsColumn() {
        validate(field("Data", "length", 5), "éàüñ✓");
        validate(field("Data", "length", 2), "🎉🎉");
        validate(field("Data"), "x".repeat(140));
        refused(CharacterLengthExceededError.class, field("Data", "length", 5), "123456");
        refused(CharacterLengthExceededError.class, field("Data"), "x".repeat(141));
        refused(CharacterLengthExceededError.class, field("Link"), "x".repeat(141));
        validate(field("Small Text"), "x".repeat(10_000));
    }

    @Test
    void refusesNumbersBeyondTheirColumn() {
        validate(field("Int"), 2147483647L);
        refused(CharacterLengthExceededError.class, field("Int"), 2147483648L);
        refused(CharacterLengthExceededError.class, field("Int"), -2147483648L);
        refused(CharacterLengthExceededError.class, field("Int", "length", 12), 2147483648L);
        validate(field("Long Int"), Long.MAX_VALUE);
        refused(CharacterLengthExceededError.class, field("Long Int"), "99999999999999999999");
        refused(ValidationError.class, field("Float"), "inf");
        refused(ValidationError.class, field("Float"), "nan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int", "Float", "Currency"})
    void refusesNegativeNumbersOnDemand(String fieldtype) {
        DocField field = field(fieldtype, "non_negative", 1);
        refused(NonNegativeError.class, field, "-1");
        validate(field, 0L);
        validate(field(fieldtype), -5L);
    }

    @Test
    void namesTheRowInMessages() {
        DocField field = field("Int", "non_negative", 1, "label", "Quantity");
        assertThatThrownBy(() -> field.type().validate(field, -1L, new FieldPlace("Order Item", null, 2)))
                .hasMessageContaining("Row 2")
                .hasMessageContaining("Order Item")
                .hasMessageContaining("Quantity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            value = {
                "Data | <b></b> | true",
                "Data | x | false",
                "Text | <img src=\"/a.png\"> | true",
                "Text Editor | <img src=\"/a.png\"> | false",
                "Text Editor | <p><br></p> | true",
                "Text Editor | <p>r</p> | false",
                "Code | <img src=\"/a.png\"> | true",
                "Text | <!-- > --> | true",
                "Text | a < b | false",
            })
    void knowsWhatIsEmptyForAMandatoryField(String fieldtype, String value, boolean empty) {
        assertThat(isEmpty(fieldtype, value)).isEqualTo(empty);
    }

    private static boolean isEmpty(String fieldtype, @Nullable Object value) {
        DocField field = field(fieldtype);
        return field.type().isEmpty(field, value);
    }

    @Test
    void takesZeroForAValueAndNoRowsForNone() {
        assertThat(isEmpty("Int", 0L)).isFalse();
        assertThat(isEmpty("Check", 0L)).isFalse();
        assertThat(isEmpty("Int", null)).isTrue();
        assertThat(isEmpty("Table", List.of())).isTrue();
        assertThat(isEmpty("Table MultiSelect", List.of("row"))).isFalse();
    }

    @Test
    void sanitisesAllTextButCodeAttachmentsAndMailAddresses() {
        for (String sanitised :
                List.of("Data", "Small Text", "Text", "Long Text", "Text Editor", "HTML Editor", "Link")) {
            assertThat(isSanitized(field(sanitised))).as(sanitised).isTrue();
        }
        for (String left : List.of("Code", "Attach", "Attach Image", "Barcode", "Table", "HTML")) {
            assertThat(isSanitized(field(left))).as(left).isFalse();
        }
        assertThat(isSanitized(field("Data", "options", "Email"))).isFalse();
        assertThat(isSanitized(field("Small Text", "options", "Email"))).isFalse();
        assertThat(isSanitized(field("Data", "ignore_xss_filter", 1))).isFalse();
    }

    private static boolean isSanitized(DocField field) {
        return field.type().isSanitized(field);
    }

    @Test
    void showsWhatWasGivenWithoutItsMarkup() {
        assertThatThrownBy(() -> validate(field("Select", "options", "a"), "<img onerror=x>"))
                .hasMessageContaining("&lt;img onerror=x&gt;")
                .hasMessageNotContaining("<img");
        assertThatThrownBy(() -> validate(field("Data", "options", "Email"), "<b>" + "x".repeat(5000)))
                .hasMessageNotContaining("<b>")
                .extracting(error -> error.getMessage().length())
                .matches(length -> length < 300);
    }

    private static void refused(Class<? extends ValidationError> error, DocField field, Object value) {
        assertThatThrownBy(() -> validate(field, value)).as("%s", value).isExactlyInstanceOf(error);
    }
}
