package org.affogato.doctypes.frappe.core.doctype.translation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.spi.Argument;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.Documents;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** {@code frappe.translate}: the site's own translations and its languages. */
public final class TranslationMethods implements WhitelistedMethods {
    private static final String MODULE = "frappe.translate.";
    private static final String DOCTYPE = "Translation";

    /** Codes of the languages that can be chosen, with their names if wanted. */
    @Whitelisted(MODULE + "get_all_languages")
    @Requires(access = Access.GUEST)
    public List<?> getAllLanguages(Context context, @Argument(otherwise = "0") boolean withLanguageName) {
        List<String> fields = withLanguageName ? List.of("language_code", "language_name") : List.of("name");
        List<Map<String, @Nullable Object>> languages =
                context.documents().list(ListRequest.all("Language", fields, Map.of("enabled", 1L)));
        return withLanguageName
                ? languages
                : languages.stream().map(row -> row.get("name")).toList();
    }

    /** What the caller may see of a text's translations. */
    @Whitelisted(MODULE + "get_translations")
    @Requires(right = "read", doctype = DOCTYPE)
    public List<Map<String, @Nullable Object>> getTranslations(Context context, String sourceText) {
        return context.documents()
                .list(ListRequest.visible(
                        DOCTYPE,
                        List.of("name", "language", "translated_text as translation"),
                        Map.of("source_text", plain(sourceText))));
    }

    private static String plain(String text) {
        return text.indexOf('<') >= 0 && text.indexOf('>') >= 0
                ? Jsoup.parse(text).text()
                : text;
    }

    /** Makes the translations of a text those given by language, and no others. */
    @Whitelisted(MODULE + "update_translations_for_source")
    @Requires(right = "write", doctype = DOCTYPE)
    public void updateTranslations(
            Context context,
            @Argument(otherwise = "") String source,
            @Nullable Map<String, @Nullable Object> translationDict) {
        if (source.isEmpty() || translationDict == null || translationDict.isEmpty()) {
            return;
        }
        String text = plain(source);
        Documents documents = context.documents();
        Map<String, @Nullable Object> wanted = new LinkedHashMap<>(translationDict);
        List<Map<String, @Nullable Object>> stored =
                documents.list(ListRequest.all(DOCTYPE, List.of("name", "language"), Map.of("source_text", text)));
        for (Map<String, @Nullable Object> row : stored) {
            String name = String.valueOf(row.get("name"));
            Object translation = wanted.remove(String.valueOf(row.get("language")));
            if (translation == null || translation.equals("")) {
                documents.delete(DOCTYPE, name);
            } else {
                Document document = documents.get(DOCTYPE, name);
                documents.save(document.set("translated_text", translation));
            }
        }
        wanted.forEach((language, translation) -> insert(documents, text, language, translation));
    }

    private static void insert(Documents documents, String source, String language, @Nullable Object translation) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("source_text", source);
        values.put("language", language);
        values.put("translated_text", translation);
        documents.insert(documents.create(DOCTYPE, values));
    }

    /** The translations that people sent to the project. */
    @Whitelisted(MODULE + "get_contributions")
    @Requires(right = "read", doctype = DOCTYPE)
    public List<Map<String, @Nullable Object>> getContributions(Context context) {
        return context.documents().list(ListRequest.visible(DOCTYPE, List.of("*"), Map.of("contributed", 1L)));
    }
}
