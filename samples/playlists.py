#!/usr/bin/env python3
"""Segments and playlists of the sample presentations; called by make-samples.sh.

Durations, byte ranges, bit rates and codecs are taken from the media, never assumed.
"""
import argparse
import math
import re
import shutil
import struct
import subprocess
from fractions import Fraction
from pathlib import Path

LIST = "media.m3u8"
I_FRAME_LIST = "iframes.m3u8"


# ---------------------------------------------------------------- playlists

def decimal(seconds, places=6):
    """A duration as text; segment durations here have an exact value or are AAC frames (rounded to the microsecond)."""
    return f"{float(seconds):.{places}f}"


def rounded(seconds):
    return math.floor(seconds + Fraction(1, 2))


def media_list(path, version, target, body, first_number=0, tags=()):
    lines = ["#EXTM3U", f"#EXT-X-VERSION:{version}", f"#EXT-X-TARGETDURATION:{target}",
             f"#EXT-X-MEDIA-SEQUENCE:{first_number}", "#EXT-X-PLAYLIST-TYPE:VOD", *tags, *body, "#EXT-X-ENDLIST"]
    path.write_bytes(("\n".join(lines) + "\n").encode())


def segments_of(path):
    """[(duration, bytes)] of a media playlist, and its target duration."""
    segments, target, length = [], None, None
    for line in path.read_text().splitlines():
        if line.startswith("#EXT-X-TARGETDURATION:"):
            target = int(line.partition(":")[2])
        elif line.startswith("#EXTINF:"):
            duration = Fraction(line[8:].split(",")[0])
        elif line.startswith("#EXT-X-BYTERANGE:"):
            length = int(line.partition(":")[2].split("@")[0])
        elif line and not line.startswith("#"):
            segments.append((duration, length if length is not None else (path.parent / line).stat().st_size))
            length = None
    return segments, target


def bit_rates(path):
    """Peak and average bit rate: the peak is over all runs of segments that last 0.5 to 1.5 target durations."""
    segments, target = segments_of(path)
    peak = Fraction(0)
    for first in range(len(segments)):
        duration = size = 0
        for segment in segments[first:]:
            duration += segment[0]
            size += segment[1]
            if duration * 2 > 3 * target:
                break
            if duration * 2 >= target:
                peak = max(peak, size * 8 / duration)
    average = sum(size for _, size in segments) * 8 / sum(duration for duration, _ in segments)
    return peak, average


# ---------------------------------------------------------------- MPEG-TS

def make_ts(arguments):
    folder = Path(arguments.folder)
    folder.mkdir(parents=True)
    durations, files = [], []
    for line in (Path(arguments.segments) / "list.m3u8").read_text().splitlines():
        if line.startswith("#EXTINF:"):
            durations.append(line[8:].rstrip(","))
        elif line and not line.startswith("#"):
            files.append(Path(arguments.segments) / line)
    keys = {int(number): uri for number, uri in arguments.key or ()}
    body, offset = [], 0
    for index, (duration, file) in enumerate(zip(durations, files, strict=True)):
        number = arguments.first_number + index
        if number in keys:
            body.append(f'#EXT-X-KEY:METHOD=AES-128,URI="{keys[number]}"')
        body.append(f"#EXTINF:{duration},")
        if arguments.ranges:
            size = file.stat().st_size
            explicit = arguments.ranges == "explicit" or index == 0
            body += [f"#EXT-X-BYTERANGE:{size}@{offset}" if explicit else f"#EXT-X-BYTERANGE:{size}", "media.ts"]
            with open(folder / "media.ts", "ab") as media:
                media.write(file.read_bytes())
            offset += size
        else:
            body.append(f"segment-{number}.ts")
            shutil.copyfile(file, folder / f"segment-{number}.ts")
    target = math.ceil(max(map(Fraction, durations)))  # up to version 5 no segment may be longer
    version = 4 if arguments.ranges else 3
    media_list(folder / LIST, version, target, body, arguments.first_number, ["#EXT-X-INDEPENDENT-SEGMENTS"])
    # The segments may be encrypted afterwards: note the codecs while they can be read.
    (folder.parent / f".{folder.name}.codecs").write_text(ts_codecs(files[0]))


def ts_codecs(file):
    def stream(kind, form):
        return subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-i", file, "-map", f"0:{kind}", "-c", "copy",
                               "-f", form, "-"], check=True, capture_output=True).stdout
    video, audio = stream("v", "h264"), stream("a", "adts")
    parameters = re.search(rb"\x00\x00\x01[\x07\x27\x47\x67](...)", video, re.DOTALL).group(1)
    return f"avc1.{parameters.hex()},mp4a.40.{(audio[2] >> 6) + 1}"


# ---------------------------------------------------------------- fragmented MP4

def boxes(data):
    position = 0
    while position < len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        yield kind.decode("latin-1"), data[position:position + size]
        position += size


def box(kind, *parts):
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind.encode()) + content


def read_track(path):
    """The initialization section and the frames of a file that has one fragment per frame."""
    parts = list(boxes(Path(path).read_bytes()))
    start = b"".join(data for kind, data in parts if kind in ("ftyp", "moov"))
    return start, [data[8:] for kind, data in parts if kind == "mdat"]


def fragment(number, time, frame_duration, flags, frames):
    def moof(data_offset):
        return box("moof",
                   box("mfhd", struct.pack(">II", 0, number)),
                   box("traf",
                       box("tfhd", struct.pack(">IIII", 0x020028, 1, frame_duration, flags)),
                       box("tfdt", struct.pack(">IQ", 0x01000000, time)),
                       box("trun", struct.pack(">IIi", 0x000201, len(frames), data_offset),
                           *(struct.pack(">I", len(frame)) for frame in frames))))
    return moof(len(moof(0)) + 8) + box("mdat", *frames)


SEGMENT_TYPE = box("styp", b"msdh", bytes(4), b"msdh")
KEY_FRAME = 0x02000000
OTHER_FRAME = 0x01010000


def is_key_frame(frame):
    position = 0
    while position < len(frame):
        if frame[position + 4] & 0x1F == 5:
            return True
        position += 4 + int.from_bytes(frame[position:position + 4], "big")
    return False


def date_tags(arguments):
    return [f"#EXT-X-PROGRAM-DATE-TIME:{arguments.date}"] if arguments.date else []


def make_fmp4_video(arguments):
    """Each segment holds, for each of its groups of pictures, a fragment with the key frame and one with the others:
    so the byte range of an I-frame is a whole fragment."""
    folder = Path(arguments.folder)
    folder.mkdir(parents=True)
    start, frames = read_track(arguments.track)
    (folder / "init.mp4").write_bytes(start)
    timescale = 90000
    tick = timescale // arguments.frame_rate
    assert len(frames) == arguments.seconds * arguments.frame_rate and tick * arguments.frame_rate == timescale
    keys = [index for index, frame in enumerate(frames) if is_key_frame(frame)]
    number, body, i_frames, longest = 1, [], [], []
    for index, first in enumerate(range(0, len(frames), arguments.segment_frames)):
        end = min(first + arguments.segment_frames, len(frames))
        name, data = f"segment-{index}.m4s", SEGMENT_TYPE
        assert first in keys
        for key in (key for key in keys if first <= key < end):
            following = min([other for other in keys if other > key], default=len(frames))
            for a, b, flags in ((key, key + 1, KEY_FRAME), (key + 1, following, OTHER_FRAME)):
                part = fragment(number, arguments.start * timescale + a * tick, tick, flags, frames[a:b])
                if flags == KEY_FRAME:
                    duration = Fraction(following - key, arguments.frame_rate)
                    longest.append(duration)
                    i_frames += [f"#EXTINF:{decimal(duration)},", f"#EXT-X-BYTERANGE:{len(part)}@{len(data)}", name]
                data += part
                number += 1
        (folder / name).write_bytes(data)
        body += [f"#EXTINF:{decimal(Fraction(end - first, arguments.frame_rate))},", name]
    uri = ['#EXT-X-MAP:URI="init.mp4"']
    target = target_duration(arguments)
    media_list(folder / LIST, 6, target, uri + date_tags(arguments) + body)
    media_list(folder / I_FRAME_LIST, 5, math.ceil(max(longest)), uri + date_tags(arguments) + i_frames,
               tags=["#EXT-X-I-FRAMES-ONLY"])


def target_duration(arguments):
    """One for video, audio and subtitles: that of the video segments, rounded up."""
    return math.ceil(Fraction(min(arguments.segment_frames, arguments.seconds * arguments.frame_rate),
                              arguments.frame_rate))


def make_fmp4_audio(arguments):
    """Segments end at the AAC frame boundary nearest to the end of the video segment; the last holds the rest."""
    folder = Path(arguments.folder)
    folder.mkdir(parents=True)
    start, frames = read_track(arguments.track)
    (folder / "init.mp4").write_bytes(start)
    timescale, tick = 48000, 1024
    segment = Fraction(arguments.segment_frames, arguments.frame_rate)
    count = math.ceil(arguments.seconds / segment)
    ends = [rounded(segment * timescale * index / tick) for index in range(1, count)] + [len(frames)]
    body, first, target = [], 0, target_duration(arguments)
    for index, end in enumerate(ends):
        duration = Fraction((end - first) * tick, timescale)
        assert rounded(duration) <= target
        name = f"segment-{index}.m4s"
        (folder / name).write_bytes(SEGMENT_TYPE + fragment(
            index + 1, arguments.start * timescale + first * tick, tick, KEY_FRAME, frames[first:end]))
        body += [f"#EXTINF:{decimal(duration)},", name]
        first = end
    media_list(folder / LIST, 6, target, ['#EXT-X-MAP:URI="init.mp4"'] + date_tags(arguments) + body)


def fmp4_codec(start):
    at = start.find(b"avcC")
    if at >= 0:
        return f"avc1.{start[at + 5:at + 8].hex()}"
    at = start.index(b"esds") + 8
    assert start[at] == 3
    at = start.index(b"\x04\x80\x80\x80", at)
    kind = start[at + 5]
    config = start[start.index(b"\x05\x80\x80\x80", at) + 5]
    return f"mp4a.{kind:02x}.{config >> 3}"


# ---------------------------------------------------------------- WebVTT

def clock(seconds):
    milliseconds = round(seconds * 1000)
    return "{:02}:{:02}:{:02}.{:03}".format(milliseconds // 3600000, milliseconds // 60000 % 60,
                                            milliseconds // 1000 % 60, milliseconds % 1000)


def make_subtitles(arguments):
    """A cue every two seconds; one that crosses a segment boundary stands in both segments."""
    folder = Path(arguments.folder)
    folder.mkdir(parents=True)
    segment = Fraction(arguments.segment_frames, arguments.frame_rate)
    cues = [(second, second + Fraction(1, 4), min(second + Fraction(7, 4), arguments.seconds))
            for second in range(0, arguments.seconds, 2)]
    body = []
    for index in range(math.ceil(arguments.seconds / segment)):
        start, end = index * segment, min((index + 1) * segment, arguments.seconds)
        text = f"WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:{arguments.start * 90000},LOCAL:00:00:00.000\n"
        for second, cue_start, cue_end in cues:
            if cue_start < end and cue_end > start:
                text += f"\n{arguments.source}-{second}\n{clock(cue_start)} --> {clock(cue_end)}\n" \
                        f"{arguments.source}, second {second}\n"
        name = f"segment-{index}.vtt"
        (folder / name).write_bytes(text.encode())
        body += [f"#EXTINF:{decimal(end - start, 3)},", name]
    media_list(folder / LIST, 3, target_duration(arguments), date_tags(arguments) + body)


# ---------------------------------------------------------------- multivariant playlist

def make_multivariant(arguments):
    folder = Path(arguments.folder)
    lines = ["#EXTM3U"]
    groups, group_rates, group_codecs = "", [], []
    if arguments.audio or arguments.subtitles:
        lines += ["#EXT-X-VERSION:4", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for kind, group, renditions, extra in (("AUDIO", "audio", arguments.audio, ',CHANNELS="1"'),
                                           ("SUBTITLES", "subtitles", arguments.subtitles, "")):
        if not renditions:
            continue
        rates = []
        for index, (name, language, title) in enumerate(renditions):
            default = "YES" if index == 0 and kind == "AUDIO" else "NO"
            lines.append(f'#EXT-X-MEDIA:TYPE={kind},GROUP-ID="{group}",NAME="{title}",LANGUAGE="{language}",'
                         f'DEFAULT={default},AUTOSELECT=YES{extra},URI="{name}/{LIST}"')
            rates.append(bit_rates(folder / name / LIST))
            if kind == "AUDIO":
                codec = fmp4_codec((folder / name / "init.mp4").read_bytes())
                if codec not in group_codecs:
                    group_codecs.append(codec)
        groups += f',{kind}="{group}"'
        group_rates.append((max(peak for peak, _ in rates), max(average for _, average in rates)))
    i_frame_lines = []
    for name, resolution in arguments.video:
        peak, average = bit_rates(folder / name / LIST)
        noted = folder / f".{name}.codecs"
        if noted.exists():
            codecs = noted.read_text()
            noted.unlink()
        else:
            codecs = fmp4_codec((folder / name / "init.mp4").read_bytes())
        if (folder / name / I_FRAME_LIST).exists():
            i_peak, i_average = bit_rates(folder / name / I_FRAME_LIST)
            i_frame_lines.append(
                f"#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH={math.ceil(i_peak)},AVERAGE-BANDWIDTH={math.ceil(i_average)},"
                f'CODECS="{codecs}",RESOLUTION={resolution},URI="{name}/{I_FRAME_LIST}"')
        peak += sum(rate for rate, _ in group_rates)
        average += sum(rate for _, rate in group_rates)
        codecs = ",".join([codecs] + group_codecs)
        lines += [f"#EXT-X-STREAM-INF:BANDWIDTH={math.ceil(peak)},AVERAGE-BANDWIDTH={math.ceil(average)},"
                  f'CODECS="{codecs}",RESOLUTION={resolution},FRAME-RATE={arguments.frame_rate:.3f}{groups}',
                  f"{name}/{LIST}"]
    (folder / "multivariant.m3u8").write_bytes(("\n".join(lines + i_frame_lines) + "\n").encode())


# ---------------------------------------------------------------- command line

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("ts")
    command.add_argument("segments")
    command.add_argument("folder")
    command.add_argument("--first-number", type=int, default=0)
    command.add_argument("--key", nargs=2, action="append", metavar=("NUMBER", "URI"))
    command.add_argument("--ranges", choices=["implicit", "explicit"])
    command.set_defaults(run=make_ts)

    for name, first, run in (("fmp4-video", "track", make_fmp4_video), ("fmp4-audio", "track", make_fmp4_audio),
                             ("subtitles", "source", make_subtitles)):
        command = commands.add_parser(name)
        command.add_argument(first)
        command.add_argument("folder")
        command.add_argument("--seconds", type=int, required=True)
        command.add_argument("--start", type=int, required=True)
        command.add_argument("--frame-rate", type=int, required=True)
        command.add_argument("--segment-frames", type=int, required=True)
        command.add_argument("--date")
        command.set_defaults(run=run)

    command = commands.add_parser("multivariant")
    command.add_argument("folder")
    command.add_argument("--frame-rate", type=int, required=True)
    command.add_argument("--video", nargs=2, action="append", required=True, metavar=("NAME", "RESOLUTION"))
    command.add_argument("--audio", nargs=3, action="append", metavar=("NAME", "LANGUAGE", "TITLE"))
    command.add_argument("--subtitles", nargs=3, action="append", metavar=("NAME", "LANGUAGE", "TITLE"))
    command.set_defaults(run=make_multivariant)

    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
