package org.affogato.engine.permission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.affogato.engine.spi.Context;

/**
 * Values by key that stay until one of their scopes changes. A transaction that changed a scope itself passes the cache
 * by, and one that was open at the last change fills nothing in, since what it reads may be older.
 */
public final class AccessCache<V> {
    private final List<String> scopes;
    private final Cache<String, Entry<V>> entries;
    private final AtomicLong generation = new AtomicLong();
    private volatile long changed = System.nanoTime();

    public AccessCache(int size, List<String> scopes) {
        this.scopes = scopes;
        this.entries = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** The value of the key, loaded where it is not known. */
    public V get(String key, Context context, Supplier<V> load) {
        if (scopes.stream().anyMatch(context::touched)) {
            return load.get();
        }
        long now = generation.get();
        Entry<V> known = entries.getIfPresent(key);
        if (known != null && known.generation == now) {
            return known.value;
        }
        V loaded = load.get();
        if (!context.database().wasOpen(changed)) {
            entries.put(key, new Entry<>(now, loaded));
        }
        return loaded;
    }

    List<String> scopes() {
        return scopes;
    }

    /** Forgets all values; what is being loaded meanwhile does not come in. */
    public void clear() {
        changed = System.nanoTime();
        generation.incrementAndGet();
        entries.invalidateAll();
    }

    /** A value loaded after the generation began counts until the next one begins. */
    private record Entry<V>(long generation, V value) {}
}
