package org.affogato.api.method.desk.meta;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affogato.api.json.Prewritten;
import org.affogato.api.method.model.UserSettings;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** Answers definitions to the desk. Frappe: {@code frappe.desk.form.load.getdoctype}. */
@Singleton
public class FormMetas implements WhitelistedMethods {
    private static final String PARENT = """
            SELECT parent FROM {DocField} WHERE fieldtype IN ('Table', 'Table MultiSelect') AND options = ?
            ORDER BY modified DESC LIMIT 1""";

    private final Provider<FormMetaCache> cache;
    private final UserSettings userSettings;

    public FormMetas(Provider<FormMetaCache> cache, UserSettings userSettings) {
        this.cache = cache;
        this.userSettings = userSettings;
    }

    /**
     * The DocType and its child tables under {@code docs}, with the caller's settings for it.
     *
     * @param withParent whether a child table is answered along with a DocType that uses it
     * @param cachedTimestamp {@code modified} of the answer that the caller keeps: where nothing has changed since,
     *     {@code use_cache} is all that goes out; who asks by {@code If-None-Match} is answered 304
     */
    @Whitelisted("frappe.desk.form.load.getdoctype")
    @Requires(access = Access.ANY_USER)
    public @Nullable String getDocType(
            Context context,
            String doctype,
            @Argument(otherwise = "0") boolean withParent,
            @Nullable String cachedTimestamp) {
        Optional<String> parent = withParent ? parentOf(context, doctype) : Optional.empty();
        parent.ifPresent(found -> context.answer().set("parent_dt", found));
        String asked = parent.orElse(doctype);
        FormMeta meta = cache.get().get(asked, context);
        context.answer().set("user_settings", userSettings.get(context, asked));
        context.answer().tag();
        if (meta.stamp().equals(cachedTimestamp)) {
            return "use_cache";
        }
        context.answer().set("docs", docs(meta, context));
        return null;
    }

    /** A definition as the desk draws forms and lists from it. */
    public Prewritten json(Context context, String doctype) {
        return cache.get().get(doctype, context).json();
    }

    /** One definition by itself, for version 2. */
    public Prewritten definition(String doctype, Context context) {
        if (context.isGuest()) {
            throw new PermissionError("Login to see definitions");
        }
        context.answer().tag();
        return json(context, doctype);
    }

    private List<Prewritten> docs(FormMeta meta, Context context) {
        List<Prewritten> docs = new ArrayList<>();
        docs.add(meta.json());
        meta.tables().forEach(child -> docs.add(cache.get().get(child, context).json()));
        return docs;
    }

    private static Optional<String> parentOf(Context context, String doctype) {
        return context.database().query(PARENT, List.of(doctype), row -> row.getString(1)).stream()
                .filter(context::hasDoctype)
                .findFirst();
    }
}
