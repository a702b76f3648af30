"""The files of a field: each with its picture, size, sum and where it is; added by button and by drop."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from icjims_core.declarations.schema import Field, Merge
from icjims_desktop.ui import icons
from icjims_desktop.ui.attachments.data import StoredFile, file_icon
from icjims_desktop.ui.attachments.desk import FileDesk
from icjims_desktop.ui.attachments.pictures import is_picture
from icjims_desktop.ui.attachments.reading import stored_file
from icjims_desktop.ui.bridge import Progress
from icjims_desktop.ui.components.base import Translated, clear, column, row
from icjims_desktop.ui.components.button import Button, ButtonKind, IconButton
from icjims_desktop.ui.components.chip import Chip, ChipData
from icjims_desktop.ui.components.flow import Flow
from icjims_desktop.ui.components.progress import Segment, SegmentBar, SegmentState
from icjims_desktop.ui.components.text import ElidedText, Text
from icjims_desktop.ui.fields.base import FieldEditor, FormContext
from icjims_desktop.ui.theme import Type, theme
from icjims_desktop.ui.wording import size_words

SIDE, SUM_LETTERS = 44, 12


class Thumbnail(QWidget):
    """A small picture, or the icon of the kind of file; the name beside it carries the meaning."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon, self._image = icon, QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return not self._image.isNull()

    def show_png(self, png: bytes | None) -> None:
        """Show a small picture."""
        if png is not None:
            self._image = QImage.fromData(png, "PNG")  # type: ignore[arg-type]
            self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(frame, 6, 6)
        if self._image.isNull():
            side = theme.px(20)
            icons.draw(
                painter,
                self._icon,
                theme.colour("muted"),
                QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side),
            )
            return
        room = frame.adjusted(2, 2, -2, -2)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.drawImage(place, self._image)


class FileRow(Translated):
    """One file: what it is, how large, its sum, where it is, and what can be done with it."""

    def __init__(self, name: str, file: StoredFile, desk: FileDesk | None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.file, self._desk = file, desk
        self.thumbnail = Thumbnail(file_icon(file.mime))
        self._name, self._facts = ElidedText(Type.STRONG, "text", file.name), ElidedText(Type.META, "muted")
        self._place = Chip(f"{name}_place")
        self._sum = IconButton(f"{name}_sum", "copy", size=24)
        self.view = Button(f"{name}_view", ButtonKind.LINK, "eye", height=24)
        self.copy_out = Button(f"{name}_copy", ButtonKind.LINK, "tray", height=24)
        self.take_away = Button(f"{name}_away", ButtonKind.LINK, "cross", height=24)
        self.take_away.hide()
        self._told = Text(Type.META, "text2", wrap=True)
        self._told.hide()
        facts = row([self._facts, self._sum, None], gap=4)
        acts = Flow((self._place, self.view, self.copy_out, self.take_away))
        words = column([self._name, facts, acts, self._told], gap=2)
        line = row([], self, 10, (0, 2, 0, 2))
        line.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._sum.clicked.connect(lambda: QGuiApplication.clipboard().setText(file.sha256))
        if desk is not None:
            self.view.clicked.connect(lambda: desk.view(file))
            self.copy_out.clicked.connect(lambda: desk.save_copy(file))
            self.take_away.clicked.connect(lambda: desk.take_away(file))
            desk.copied.connect(self._on_copied)
            if file.here and is_picture(file.mime):
                desk.thumbnail(self, file, self.thumbnail.show_png)
        self._retranslate()

    def _on_copied(self, sha256: str, name: str) -> None:
        if sha256 == self.file.sha256:
            told = self.tr("A readable copy was written: {name}. Outside the system nobody but you protects it.")
            self._told.say(told.format(name=name))

    def _retranslate(self) -> None:
        file = self.file
        kind = file.name.rpartition(".")[2].upper()[:5] if "." in file.name else file.mime.partition("/")[2].upper()
        facts = (size_words(file.size), kind, f"SHA-256 {file.sha256[:SUM_LETTERS]}…")
        self._facts.setText(" · ".join(part for part in facts if part))
        self._sum.say(self.tr("Copy the SHA-256 of {name}").format(name=file.name))
        here = self.tr("on this computer only") if file.here else self.tr("not on this computer")
        self._place.show_data(ChipData(here, icon="usb" if file.here else "offline"))
        self.view.setText(self.tr("Look"))
        self.view.setAccessibleName(f"{self.view.text()}: {file.name}")
        self.view.setVisible(self._desk is not None and file.here and is_picture(file.mime))
        self.copy_out.setText(self.tr("Save a copy…"))
        self.copy_out.setAccessibleName(f"{self.copy_out.text()} {file.name}")
        self.copy_out.setVisible(self._desk is not None and file.here)
        self.take_away.setText(self.tr("Take away…"))
        self.take_away.setAccessibleName(f"{self.take_away.text()} {file.name}")


class FileEditor(FieldEditor):
    """Files are attached at once to what is recorded, and taken away from it with a reason that stays."""

    def __init__(self, field: Field, context: FormContext) -> None:
        super().__init__(field)
        self._context = context
        self._desk = context.desk
        self._value: object = None
        self._closed = False
        self.add = Button(f"attach_{field.name}", ButtonKind.SECONDARY, "clip", height=28)
        self._hint = Text(Type.META, "muted", wrap=True)
        self._files = column([], gap=4)
        self._bar = SegmentBar(f"attaching_{field.name}", height=8)
        self._bar_words = Text(Type.META, "text2")
        self._cancel = IconButton(f"cancel_{field.name}", "cross", size=24)
        self._under_way = QWidget()
        way = row([self._bar_words], self._under_way, 8)
        way.addWidget(self._bar, 1)
        way.addWidget(self._cancel)
        self._under_way.hide()
        foot = row([self.add], gap=8)
        foot.addWidget(self._hint, 1)
        column([self._files, self._under_way, foot], self, 6)
        self.setAcceptDrops(True)
        self.watch(self.add)
        if self._desk is not None:
            desk = self._desk
            self.add.clicked.connect(lambda: desk.attach(field.name))
            self._cancel.clicked.connect(desk.cancel)
            desk.progressed.connect(self._on_progress)
        self._retranslate()

    @property
    def open_(self) -> bool:
        """Whether what is recorded can be changed now."""
        return not self._closed and self._desk is not None and self._desk.ready

    @property
    def full(self) -> bool:
        """Whether it holds the one file that it can: that one is taken away, with a reason, before another comes."""
        return self.field.merge is not Merge.SET and isinstance(self._value, Mapping)

    def raw(self) -> object:
        """What is recorded: files do not wait in the form."""
        return [] if self._value is None and self.field.merge is Merge.SET else self._value

    def show_value(self, value: object) -> None:
        """Show the files that are recorded."""
        self._value = value
        clear(self._files)
        here = {each.sha256: each.here for each in self._context.files()} if self._context.files else {}
        stated = value if isinstance(value, list) else [value]
        for number, each in enumerate(each for each in stated if isinstance(each, Mapping)):
            file = stored_file(each, here=here.get(str(each.get("sha256")), False))
            self._files.addWidget(FileRow(f"file_{self.field.name}_{number}", file, self._desk))
        self._retranslate()

    def inputs(self) -> Sequence[QWidget]:
        """The button."""
        return (self.add,)

    def shown(self) -> str:
        """The names of the files."""
        stated = self._value if isinstance(self._value, list) else [self._value]
        return ", ".join(str(each.get("name")) for each in stated if isinstance(each, Mapping))

    def set_read_only(self, *, read_only: bool) -> None:
        """Files can be looked at and copied out, and none is added."""
        self._closed = read_only
        self._retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer are taken."""
        if self.open_ and not self.full and any(each.isLocalFile() for each in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        paths = [each.toLocalFile() for each in event.mimeData().urls() if each.isLocalFile()]
        if self.open_ and not self.full and self._desk is not None and paths:
            event.acceptProposedAction()
            self._desk.attach_files(self.field.name, paths)

    def _on_progress(self, field: str, told: Progress | None) -> None:
        mine = told is not None and field == self.field.name
        self._under_way.setVisible(mine)
        if told is None or not mine:
            return
        share = told.done / told.total if told.total else 0.0
        of = f"{size_words(told.done)} / {size_words(told.total)}" if told.total else ""
        words = f"{told.detail}  {of}".strip()
        self._bar_words.setText(words)
        self._bar.show_segments((Segment(SegmentState.WAITING, share),), words)

    def _retranslate(self) -> None:
        for each in self.findChildren(FileRow):
            each.take_away.setVisible(self.open_)
        self.add.setText(self.tr("Attach…"))
        self.add.setVisible(not self._closed and not self.full)
        self.add.setEnabled(self.open_)
        hint = self.tr("or drop files here; they stay encrypted on this computer")
        if self._desk is None or not self._desk.ready:
            hint = self.tr("Record it first; then files can be attached.")
        self._hint.say("" if self._closed or self.full else hint)
        self._cancel.say(self.tr("Stop attaching"))
        super()._retranslate()

    def _input_name(self, number: int) -> str:
        del number
        return f"{self.label()}: {self.add.text()}"
