"""People, and the posts they hold: most one, some two, and some posts are vacant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.generating.dice import Wheel
from seed.generating.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice

HEADER = "key,name,name_en,sources"
HOLDINGS_HEADER = "person,post,acting,from,until"
_SURNAMES = syllables(
    "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu "
    "胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 韩han "
    "冯feng 曹cao 彭peng 曾zeng 萧xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 于yu "
    "杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 沈shen 姚yao 卢lu 姜jiang 崔cui 钟zhong "
    "谭tan 陆lu 汪wang 范fan 金jin 石shi 廖liao 贾jia 夏xia 韦wei 付fu 方fang 白bai 邹zou "
    "孟meng 熊xiong"
)
_SYLLABLES = syllables(
    "伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan "
    "涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang 桂gui 英ying 华hua 建jian 国guo 文wen "
    "志zhi 海hai 波bo 雪xue 梅mei 振zhen 宇yu 雨yu 桐tong 思si 远yuan 晓xiao 东dong 永yong "
    "红hong 春chun 玉yu 兰lan 俊jun 峰feng 子zi 轩xuan 欣xin 怡yi 佳jia 浩hao 然ran 婷ting "
    "慧hui"
)
_TWO_SYLLABLES = 0.75
_VACANT = 0.04
_ACTING = 0.05
"""Vacant posts that the holder of the post before also holds; the others are empty."""
_HANDOVER = 0.03
_SINCE = ("2019-03-01", "2021-07-01", "2023-01-01", "2024-09-01", "2025-04-01", "2026-01-01")
_HANDOVER_DAY = "2026-07-01"


class Person(NamedTuple):
    """Somebody who may hold posts."""

    key: str
    name: str
    name_en: str


def people(count: int, dice: Dice) -> list[Person]:
    """Return the people; names repeat, as they do, and keys do not."""
    random = dice.random
    surnames = Wheel(_SURNAMES, [1 / (rank + 4) for rank in range(len(_SURNAMES))])
    found: list[Person] = []
    for number in range(1, count + 1):
        surname, surname_en = surnames.at(random())
        given, given_en = _SYLLABLES[int(random() * len(_SYLLABLES))]
        if random() < _TWO_SYLLABLES:
            second, second_en = _SYLLABLES[int(random() * len(_SYLLABLES))]
            given, given_en = given + second, given_en + second_en
        found.append(
            Person(
                f"{surname_en}-{given_en}-{number}",
                surname + given,
                f"{surname_en.capitalize()} {given_en.capitalize()}",
            )
        )
    return found


def rows(found: Sequence[Person]) -> Iterator[str]:
    """Yield the lines of people.csv."""
    for person in found:
        yield f"{person.key},{person.name},{person.name_en},generated-organization"


def holding_rows(found: Sequence[Person], posts: Sequence[str], dice: Dice) -> Iterator[str]:
    """Yield the lines of holdings.csv: who holds the posts of these keys, and held them before.

    Somebody whose post is vacant may have held another one until its handover.
    """
    random = dice.random
    idle: str | None = None
    holder: str | None = None
    for person, post in zip(found, posts, strict=True):
        chance = random()
        since = _SINCE[int(random() * len(_SINCE))]
        if chance < _VACANT:
            if holder and random() < _ACTING:
                yield f"{holder},{post},true,{since},"
            idle = person.key
            continue
        holder = person.key
        if idle and chance > 1 - _HANDOVER:
            yield f"{idle},{post},,{since},{_HANDOVER_DAY}"
            since, idle = _HANDOVER_DAY, None
        yield f"{holder},{post},,{since},"
