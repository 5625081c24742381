package org.affogato.engine.fieldtype;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.affogato.engine.error.InvalidPhoneNumberError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** A phone number with its country's code, valid by that country's numbering plan. */
final class PhoneField extends VarcharField {
    PhoneField() {
        super("Phone");
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        String text = Texts.of(value);
        if (!text.isEmpty() && !isValid(text)) {
            throw new InvalidPhoneNumberError("%s: \"%s\" is no valid phone number with a country code"
                            .formatted(Messages.at(where, field), Messages.shown(text)))
                    .titled("Invalid Phone Number");
        }
    }

    private static boolean isValid(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.isValidNumber(numbers.parse(text, null));
        } catch (NumberParseException notANumber) {
            return false;
        }
    }
}
