package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSink;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.DateScanner;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;

/** Copies lines with each EXT-X-PROGRAM-DATE-TIME among them moved. */
final class DateMoves {
    private DateMoves() {}

    static void append(ByteSink out, ByteSpan text, Duration shift) {
        DateScanner date = new DateScanner(shift);
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        int copied = text.start();
        while (line.next()) {
            if (line.tag() >= 0 && HlsTag.at(line.tag()) == HlsTag.PROGRAM_DATE_TIME) {
                int from = line.valueStart();
                out.append(text, copied, from);
                if (!date.appendMoved(out, text, from, line.end())) {
                    String written = text.text(from, line.end());
                    out.append(IsoDateTime.parse(written)
                            .map(known -> known.plus(shift).toString())
                            .orElse(written));
                }
                copied = line.end();
            }
        }
        out.append(text, copied, text.end());
    }
}
