package org.affogato.engine.meta;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of field: its column, how a value from outside becomes a document's value, and what makes a value invalid.
 * One implementation a fieldtype, in {@code engine.fieldtype}; the map of them all is {@code FieldTypes}.
 *
 * <p>A document holds String, Long, Double, BigDecimal, LocalDate, LocalDateTime, Duration (Time), child rows or null.
 */
public interface FieldType {
    /** Frappe's name: {@code Data}, {@code Link}, {@code Table MultiSelect}, … */
    String name();

    /** The column of such a field; empty for tables, layout and virtual fields. */
    Optional<Column> column(DocField field);

    /**
     * Turns what a client, a default or a controller gave into the document's value. Leniently, as the reference casts:
     * text that is no number is 0. Null stays null and an empty text empty, so that a default can tell them apart; a
     * value that is cast already stays as it is.
     *
     * @throws org.affogato.engine.error.ValidationError where the reference refuses the value (a date that is none)
     */
    @Nullable
    Object cast(DocField field, @Nullable Object value);

    /**
     * What is stored and answered of a cast value: 0 where a number is missing, null for an empty date and a blank unique
     * value.
     */
    default @Nullable Object stored(DocField field, @Nullable Object value) {
        return value;
    }

    /** What stands in the column for a missing value: the default or an empty value where it must not be NULL. */
    default @Nullable Object unset(DocField field) {
        return null;
    }

    /** Turns what the database driver gave into the document's value. */
    default @Nullable Object read(@Nullable Object stored) {
        return stored;
    }

    /** Turns the document's value into what is bound to a statement. */
    default @Nullable Object write(DocField field, @Nullable Object value) {
        return value;
    }

    /**
     * Checks a cast value by the field's own rules (options, length, format, sign); links are checked elsewhere, in bulk.
     *
     * @param where names the document and row for the message
     * @throws org.affogato.engine.error.EngineException of the class the reference raises
     */
    default void validate(DocField field, @Nullable Object value, FieldPlace where) {}

    /**
     * Checks that a cast value fits the field's column. Not asked for Singles, whose values are texts of any length.
     *
     * @throws org.affogato.engine.error.CharacterLengthExceededError where the text or the number is too long
     */
    default void checkFits(DocField field, @Nullable Object value, FieldPlace where) {}

    /** Whether markup in such a field is sanitised when a document is saved. */
    default boolean isSanitized(DocField field) {
        return false;
    }

    /** What a mandatory field must not hold: null, empty text; types widen this (markup without content, no rows). */
    default boolean isEmpty(DocField field, @Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /** Whether a field of this type carries a value at all; layout fields do not. */
    default boolean hasValue() {
        return true;
    }

    /** Whether the field holds child rows. */
    default boolean isTable() {
        return false;
    }

    /** Numbers compare as numbers, and their empty value in SQL is 0. */
    default boolean isNumeric() {
        return false;
    }
}
