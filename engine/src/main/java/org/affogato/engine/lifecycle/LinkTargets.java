package org.affogato.engine.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.db.Collation;
import org.affogato.engine.db.RowReaders;
import org.affogato.engine.db.SqlText;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The documents that links point at, read with one statement a DocType. */
final class LinkTargets {
    private final Context context;
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    LinkTargets(Context context) {
        this.context = context;
    }

    /** Names a target that {@link #load} shall read, with fields of it. */
    void want(String doctype, String name, Collection<String> fieldnames) {
        Wanted of = wanted.computeIfAbsent(doctype, key -> new Wanted());
        of.fields.addAll(fieldnames);
        if (!of.found.containsKey(Collation.key(name))) {
            of.names.add(name);
        }
    }

    void load() {
        wanted.forEach(this::load);
    }

    LinkTarget get(String doctype, String name, Collection<String> fieldnames) {
        Wanted of = wanted.computeIfAbsent(doctype, key -> new Wanted());
        String key = Collation.key(name);
        boolean hasNewFields = !of.loaded.containsAll(fieldnames);
        if (hasNewFields) {
            of.fields.addAll(fieldnames);
            of.names.addAll(of.asked);
        }
        if (hasNewFields || !of.found.containsKey(key)) {
            of.names.add(name);
            load(doctype, of);
        }
        return of.found.getOrDefault(key, new LinkTarget(doctype, Map.of()));
    }

    private void load(String doctype, Wanted of) {
        if (of.names.isEmpty()) {
            return;
        }
        Meta meta = context.meta(doctype);
        of.names.forEach(name -> of.found.putIfAbsent(Collation.key(name), new LinkTarget(doctype, Map.of())));
        if (meta.isSingle()) {
            of.names.forEach(name -> of.put(name, single(meta, of.fields)));
        } else if (meta.isVirtual()) {
            of.names.forEach(name -> virtual(meta, name).ifPresent(target -> of.put(name, target)));
        } else {
            query(meta, of);
        }
        of.loaded.addAll(of.fields);
        of.asked.addAll(of.names);
        of.names.clear();
    }

    private LinkTarget single(Meta meta, Set<String> fieldnames) {
        Map<String, @Nullable Object> values = new HashMap<>();
        fieldnames.forEach(field -> values.put(field, context.documents().single(meta.name(), field)));
        values.put("name", meta.name());
        return new LinkTarget(meta.name(), values);
    }

    private Optional<LinkTarget> virtual(Meta meta, String name) {
        return context.documents().find(meta.name(), name).map(found -> new LinkTarget(meta.name(), found.values()));
    }

    private void query(Meta meta, Wanted of) {
        Set<String> columns = new LinkedHashSet<>(List.of("name"));
        if (meta.isSubmittable()) {
            columns.add("docstatus");
        }
        of.fields.stream().filter(meta::isColumn).forEach(columns::add);
        List<String> names = new ArrayList<>(of.names);
        String sql = "SELECT " + SqlText.quoteAll(columns) + " FROM " + SqlText.quote(meta.table())
                + " WHERE `name` IN (" + SqlText.marks(names.size()) + ")";
        for (Map<String, @Nullable Object> row : context.database().query(sql, names, RowReaders.maps())) {
            of.put(String.valueOf(row.get("name")), new LinkTarget(meta.name(), row));
        }
    }

    /** What is asked of one DocType and what was found. */
    private static final class Wanted {
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> asked = new LinkedHashSet<>();
        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> loaded = new LinkedHashSet<>();
        private final Map<String, LinkTarget> found = new HashMap<>();

        private void put(String name, LinkTarget target) {
            found.put(Collation.key(name), target);
        }
    }
}
