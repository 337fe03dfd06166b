"""Customer groups: a few are huge and everywhere, most are small and in one or two provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.generating.dice import Wheel, portions
from seed.generating.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.frames import Frame
    from seed.generating.territories import Province

HEADER = "key,name,name_en,tier,industry,territory,roles,tags,sources"
_SYLLABLES = syllables(
    "恒heng 源yuan 中zhong 联lian 华hua 泰tai 瑞rui 丰feng 宏hong 远yuan 金jin 穗sui 云yun "
    "岭ling 盛sheng 达da 祥xiang 隆long 永yong 昌chang 兴xing 业ye 鼎ding 信xin 天tian 和he "
    "嘉jia 禾he 清qing 能neng 北bei 辰chen 东dong 方fang 海hai 川chuan 国guo 安an 新xin "
    "光guang 长chang 青qing 德de 润run 万wan 象xiang 大da 唐tang 通tong 汇hui 君jun 诚cheng "
    "利li 民min 凯kai 旋xuan 正zheng 邦bang 同tong 庆qing 锦jin 程cheng 卓zhuo 越yue"
)
_LARGE = 0.1
"""Groups that count as large: the first tenth by size."""
_TIERS_OF_LARGE = Wheel(("strategic", "vip", "prototype", "regular"), (20, 40, 5, 35))
_TIERS_OF_OTHERS = Wheel(("vip", "prototype", "regular"), (5, 3, 92))
_FORMS = Wheel(("集团", "集团有限公司", "控股集团"), (6, 3, 1))


class Group(NamedTuple):
    """A customer group; `scope` are the provinces it is in, the first its home."""

    key: str
    short: str
    short_en: str
    name: str
    tier: str
    industry: str
    scope: tuple[int, ...]
    size: int
    role: str


def groups(
    places: Sequence[Province], frame: Frame, count: int, subsidiaries: int, dice: Dice
) -> list[Group]:
    """Return the groups, the largest first by and large, with their sizes.

    The very first is strategic and in every province, so that no plan is without one.
    """
    weights = [(0.5 + dice.random()) / (rank + 2) for rank in range(1, count + 1)]
    sizes = portions(subsidiaries, weights)
    names = _Names(dice)
    found: list[Group] = []
    for rank, size in enumerate(sizes):
        industry = dice.one_of(tuple(frame.industries))
        scope = _scope(rank, count, len(places), dice)
        home = places[scope[0]].place
        word, word_en = frame.industries[industry]
        local = (home.name, home.name_en) if rank and dice.chance(0.3) else ("", "")
        short, short_en = names.new(local, word, word_en)
        wheel = _TIERS_OF_LARGE if rank < count * _LARGE else _TIERS_OF_OTHERS
        tier = wheel.at(dice.random())
        found.append(
            Group(
                key=names.key(short_en),
                short=short,
                short_en=short_en,
                name=short + _FORMS.at(dice.random()),
                tier=tier if rank else "strategic",
                industry=industry,
                scope=scope,
                size=size,
                role="reference" if dice.chance(0.03) else "",
            )
        )
    return found


def _scope(rank: int, count: int, everywhere: int, dice: Dice) -> tuple[int, ...]:
    if rank < count // 100 + 1:
        wanted = everywhere
    elif rank < count * _LARGE:
        wanted = 3 + dice.below(6)
    else:
        wanted = 1 + dice.below(2)
    scope: dict[int, None] = {}
    while len(scope) < wanted < everywhere:
        scope[dice.below(everywhere)] = None
    return tuple(scope or dice.shuffled(range(everywhere)))


class _Names:
    """Names of groups, each once: a brand of two syllables and a word of the industry."""

    def __init__(self, dice: Dice) -> None:
        pairs = ((one, other) for one in _SYLLABLES for other in _SYLLABLES if one != other)
        self._brands = dice.shuffled(
            (one[0] + other[0], (one[1] + other[1]).capitalize()) for one, other in pairs
        )
        self._used = 0
        self._names: set[str] = set()
        self._keys: dict[str, int] = {}

    def new(self, local: tuple[str, str], word: str, word_en: str) -> tuple[str, str]:
        """Return the next name, in Chinese and English; `local` goes before it."""
        while True:
            brand, brand_en = self._brands[self._used % len(self._brands)]
            self._used += 1
            name = f"{local[0]}{brand}{word}"
            if name not in self._names:
                self._names.add(name)
                return name, f"{local[1]} {brand_en} {word_en}".strip()

    def key(self, name_en: str) -> str:
        """Return a key for a name; different names may sound alike."""
        key = name_en.lower().replace(" ", "-")
        times = self._keys[key] = self._keys.get(key, 0) + 1
        return key if times == 1 else f"{key}-no{times}"


def rows(found: Sequence[Group], places: Sequence[Province]) -> Iterator[str]:
    """Yield the lines of customers.csv; each group sits in the capital of its home."""
    for group in found:
        seat = places[group.scope[0]].cities[0].place.key
        yield (
            f"{group.key},{group.name},{group.short_en} Group,{group.tier},{group.industry},"
            f"{seat},{group.role},,generated-accounts"
        )
