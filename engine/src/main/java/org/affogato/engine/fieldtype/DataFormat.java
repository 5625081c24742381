package org.affogato.engine.fieldtype;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.InvalidEmailAddressError;
import org.affogato.engine.error.InvalidNameError;
import org.affogato.engine.error.InvalidPhoneNumberError;
import org.affogato.engine.error.ValidationError;
import org.jspecify.annotations.Nullable;

/** The formats that {@code options} of a Data field may ask for. */
enum DataFormat {
    EMAIL(EmailAddresses::areValid, "e-mail address", InvalidEmailAddressError::new),
    NAME(DataFormat::isPersonName, "name", InvalidNameError::new),
    PHONE(DataFormat::isPhone, "phone number", InvalidPhoneNumberError::new),
    URL(DataFormat::isUrl, "URL", ValidationError::new),
    IBAN(DataFormat::isIban, "IBAN", ValidationError::new);

    /** Beyond it no rule is tried: patterns take their time with hostile text. */
    private static final int LONGEST = 2000;

    private final Predicate<String> rule;
    private final String noun;
    private final Function<String, EngineException> error;

    DataFormat(Predicate<String> rule, String noun, Function<String, EngineException> error) {
        this.rule = rule;
        this.noun = noun;
        this.error = error;
    }

    /** The format of that name; empty where options mean something else. */
    static Optional<DataFormat> of(String options) {
        return switch (options) {
            case "Email" -> Optional.of(EMAIL);
            case "Name" -> Optional.of(NAME);
            case "Phone" -> Optional.of(PHONE);
            case "URL" -> Optional.of(URL);
            case "IBAN" -> Optional.of(IBAN);
            default -> Optional.empty();
        };
    }

    void check(@Nullable Object value, String place) {
        if (!isFine(this == EMAIL ? Texts.of(value) : value)) {
            throw error.apply("%s: \"%s\" is no valid %s".formatted(place, Messages.shown(value), noun));
        }
    }

    /** Other values than texts have no form, but for those that count as none. */
    private boolean isFine(@Nullable Object value) {
        return value instanceof String text
                ? text.isEmpty() || text.length() <= LONGEST && rule.test(text)
                : OnlyText.isText(value);
    }

    /** Words of letters, digits, underscores, apostrophes and hyphens with one space between them. */
    private static boolean isPersonName(String text) {
        return Texts.stripped(text).matches("(?U)\\w[\\w'-]*(?: \\w[\\w'-]*)*");
    }

    private static boolean isPhone(String text) {
        return Texts.stripped(text).matches("[0-9 +_\\-,.*#()]{1,20}");
    }

    /** Anything that names a host: {@code scheme://host…} or {@code //host…}; an opened bracket has to be closed. */
    private static boolean isUrl(String text) {
        return Texts.stripped(text).matches("(?s)(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//(?!\\[[^]/?#]*(?:[/?#]|$))[^/?#]+.*");
    }

    /** Country, check digits and account: the number they make up leaves 1 when divided by 97. */
    private static boolean isIban(String text) {
        String compact = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!compact.matches("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}")) {
            return false;
        }
        String moved = compact.substring(4) + compact.substring(0, 4);
        return moved.chars().reduce(0, (rest, letter) -> {
                    int digit = Character.digit(letter, 36);
                    return (rest * (digit > 9 ? 100 : 10) + digit) % 97;
                })
                == 1;
    }
}
