package org.affogato.api.method.desk.meta;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import org.affogato.engine.Engine;
import org.affogato.engine.registry.CacheVersions;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Keeps definitions as written text until one changes, or a script, print format, board or workflow does. */
@Singleton
public class FormMetaCache {
    /** Touched by writes to what is no part of a definition but goes out with it. */
    private static final String PARTS = "form_meta";

    private static final long MOST_LETTERS = 32_000_000;

    private final Cache<String, FormMeta> known = Caffeine.newBuilder()
            .maximumWeight(MOST_LETTERS)
            .weigher((String doctype, FormMeta meta) -> meta.json().length())
            .build();
    private final Engine engine;
    private long generation;
    private @Nullable FormScripts scripts;

    public FormMetaCache(Engine engine) {
        this.engine = engine;
        engine.versions().onChange(CacheVersions.META, this::clear);
        engine.versions().onChange(PARTS, this::clear);
    }

    private synchronized void clear() {
        generation++;
        scripts = null;
        known.invalidateAll();
    }

    /**
     * @throws org.affogato.engine.error.DoesNotExistError for an unknown DocType
     */
    FormMeta get(String doctype, Context context) {
        if (context.touched(CacheVersions.META) || context.touched(PARTS)) {
            return FormMetaWriter.write(doctype, context, scripts());
        }
        FormMeta found = known.getIfPresent(doctype);
        return found == null ? make(doctype, context) : found;
    }

    private FormMeta make(String doctype, Context context) {
        Long before = context.database().isOpen() ? null : Long.valueOf(generation());
        FormMeta made = FormMetaWriter.write(doctype, context, scripts());
        keep(doctype, made, before);
        return made;
    }

    private synchronized FormScripts scripts() {
        if (scripts == null) {
            scripts = new FormScripts(engine);
        }
        return scripts;
    }

    private synchronized long generation() {
        return generation;
    }

    /** An open transaction may see an older state than others would be served. */
    private synchronized void keep(String doctype, FormMeta made, @Nullable Long before) {
        if (before != null && before == generation) {
            known.put(doctype, made);
        }
    }
}
