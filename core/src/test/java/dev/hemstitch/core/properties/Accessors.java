package dev.hemstitch.core.properties;

import dev.hemstitch.core.model.AttributeTag;
import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.IptvExtinf;
import dev.hemstitch.core.model.LiveEdge;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.Attribute;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calls every public method without parameters of a value and of the values that it answers with. */
public final class Accessors {
    private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();
    private static final int MOST_OF_A_LIST = 40;

    private int calls;

    private Accessors() {}

    /** The number of calls; whatever one of them throws is thrown here. */
    public static int touch(Playlist playlist) {
        Accessors accessors = new Accessors();
        accessors.all(playlist, 4);
        if (playlist instanceof MediaPlaylist media) {
            media.segments().forEach(accessors::withParameters);
            LiveEdge edge = LiveEdge.of(media);
            edge.next(Duration.ofSeconds(1)).map(edge::answer).ifPresent(answer -> accessors.calls++);
            media.renditionReports().forEach(report -> edge.next(report).ifPresent(asked -> accessors.calls++));
            accessors.calls += edge.report("r").attributes().size();
        }
        accessors.calls += IptvExtinf.ofList(playlist).size();
        return accessors.calls;
    }

    private void withParameters(MediaSegment segment) {
        segment.keys().forEach(key -> segment.initializationVector(key).ifPresent(iv -> calls += iv.isEmpty() ? 0 : 1));
        IptvExtinf.of(segment).ifPresent(entry -> calls += entry.attributes().size());
        for (HlsTag tag : HlsTag.values()) {
            calls += segment.has(tag) ? 1 : 0;
        }
    }

    private void all(Object value, int depth) {
        if (value instanceof Collection<?> collection) {
            collection.stream().limit(MOST_OF_A_LIST).forEach(element -> all(element, depth));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> all(present, depth));
        } else if (depth > 0 && isOurs(value)) {
            methods(value.getClass()).forEach(method -> all(call(method, value), depth - 1));
            if (value instanceof AttributeTag tag) {
                tag.tag().attributes().forEach(attribute -> calls += isThere(tag, attribute) ? 1 : 0);
            }
        }
    }

    private static <T> boolean isThere(AttributeTag tag, Attribute<T> attribute) {
        return tag.get(attribute).isPresent();
    }

    private static boolean isOurs(Object value) {
        return value instanceof Playlist
                || value instanceof MediaSegment
                || value instanceof PlaylistLine
                || value instanceof AttributeTag
                || value instanceof ByteRange;
    }

    private Object call(Method method, Object value) {
        calls++;
        try {
            Object answer = method.invoke(value);
            if (answer == null && method.getReturnType() != void.class) {
                throw new AssertionError(method + " answered null");
            }
            return answer == null ? "" : answer;
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " threw " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Method> methods(Class<?> type) {
        return METHODS.computeIfAbsent(type, Accessors::accessors);
    }

    private static List<Method> accessors(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** The calls that make other playlists of one. */
    static List<Playlist> others(Playlist playlist) {
        return playlist instanceof MediaPlaylist media
                ? List.of(media.toBuilder().build(), media.mapUris(uri -> uri))
                : List.of(((MultivariantPlaylist) playlist).toBuilder().build(), playlist.mapUris(uri -> uri));
    }
}
