package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.List;

/**
 * The keys that the text so far has put in force, and whose initialization vectors were written out: what a playlist
 * that is being put together needs to know to write the next ones.
 */
final class KeysWritten {
    /** What stands before the 16 digits of an initialization vector that is a Media Sequence Number. */
    private static final String NUMBER = ",IV=0x0000000000000000";

    private List<Key> keys = List.of();
    private boolean explicit;
    private long sequence;

    /** What is in force behind a segment that was copied as it is. */
    void copied(InForce inForce) {
        keys = inForce.keys();
        explicit = false;
    }

    /** Whether none are in force. */
    boolean areNone() {
        return keys.isEmpty();
    }

    /**
     * Whether keys are in force without a further line.
     *
     * @param writeOut whether what a Media Sequence Number stands for must be written out
     */
    boolean leaves(List<Key> wanted, boolean writeOut, long mediaSequence) {
        return InForce.areSame(keys, wanted) && (isForm(writeOut, mediaSequence) || !InForce.haveImplicitIv(wanted));
    }

    private boolean isForm(boolean writeOut, long mediaSequence) {
        return explicit == writeOut && (!explicit || sequence == mediaSequence);
    }

    void write(ByteSink out, List<Key> wanted, boolean writeOut, long mediaSequence, String lineEnd) {
        List<Key> current = keys;
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            if (!InForce.haveFormat(wanted, key.keyFormat())) {
                out.append("#EXT-X-KEY:METHOD=NONE").append(lineEnd);
                current = List.of();
                break;
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            Key key = wanted.get(i);
            boolean sameForm = !key.hasImplicitIv() || isForm(writeOut, mediaSequence);
            if (!sameForm || !current.contains(key)) {
                out.append("#EXT-X-KEY:").append(key.attributes().text().span());
                if (writeOut && key.hasImplicitIv()) {
                    out.append(NUMBER).appendHex(mediaSequence);
                }
                out.append(lineEnd);
            }
        }
        keys = wanted;
        explicit = writeOut;
        sequence = mediaSequence;
    }

    /** Whether the keys that were written last say the Media Sequence Number of their segment. */
    boolean areNumbered() {
        return explicit && InForce.haveImplicitIv(keys);
    }

    /** The lines of the keys that say it, up to its 16 digits. */
    List<ByteSpan> numbered() {
        return keys.stream()
                .filter(Key::hasImplicitIv)
                .map(key -> ByteSpan.ofUtf8("#EXT-X-KEY:" + key.attributes().text() + NUMBER))
                .toList();
    }

    /** Notes that those lines were written once more, last for a segment with this number. */
    void repeated(long mediaSequence) {
        sequence = mediaSequence;
    }
}
