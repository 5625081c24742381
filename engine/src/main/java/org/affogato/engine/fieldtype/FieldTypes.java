package org.affogato.engine.fieldtype;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.FieldType;
import org.affogato.engine.meta.FieldTypeLookup;

/** Every fieldtype by its name. A new one is a class of its own and a line here. */
public final class FieldTypes implements FieldTypeLookup {
    private static final FieldTypes STANDARD = new FieldTypes(List.of(
            new DataField(),
            new LinkField(),
            new DynamicLinkField(),
            new SelectField(),
            new CheckField(),
            new IntField(),
            new LongIntField(),
            new FloatField(),
            new CurrencyField(),
            new PercentField(),
            new SmallTextField(),
            new TextField(),
            new LongTextField(),
            new CodeField(),
            new TextEditorField(),
            new MarkdownEditorField(),
            new HtmlEditorField(),
            new DateField(),
            new DatetimeField(),
            new TimeField(),
            new DurationField(),
            new PasswordField(),
            new AttachField(),
            new AttachImageField(),
            new TableField(),
            new TableMultiSelectField(),
            new RatingField(),
            new ColorField(),
            new SignatureField(),
            new GeolocationField(),
            new BarcodeField(),
            new PhoneField(),
            new AutocompleteField(),
            new IconField(),
            new JsonField(),
            new ReadOnlyField(),
            new ButtonField(),
            new HtmlField(),
            new HeadingField(),
            new ImageField(),
            new FoldField(),
            new SectionBreakField(),
            new ColumnBreakField(),
            new TabBreakField()));

    private final Map<String, FieldType> byName = new LinkedHashMap<>();

    private FieldTypes(List<FieldType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    public static FieldTypes standard() {
        return STANDARD;
    }

    @Override
    public FieldType get(String fieldtype) {
        FieldType known = byName.get(fieldtype);
        return known == null ? new UnknownField(fieldtype) : known;
    }

    /** Whether the engine knows the name. */
    public boolean knows(String fieldtype) {
        return byName.containsKey(fieldtype);
    }

    public Collection<FieldType> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
