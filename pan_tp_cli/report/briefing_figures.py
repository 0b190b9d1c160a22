"""The pictures of a plan as files of SVG."""

from pan_tp_cli.briefing import Briefing
from pan_tp_cli.report.bar_chart import draw
from pan_tp_cli.report.briefing_page.charts import pictures
from pan_tp_cli.text import Lang


def figures(briefing: Briefing, lang: Lang) -> dict[str, str]:
    """Return the pictures of a plan by the names of their files."""
    return {
        f"{picture.file}.svg": f"{draw(picture.chart)}\n" for picture in pictures(briefing, lang)
    }
