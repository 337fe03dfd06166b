"""What the units of groups do, by the sector of their group."""

from __future__ import annotations

from typing import NamedTuple


class Trade(NamedTuple):
    """A line of work as it stands in the names of companies."""

    name: str
    name_en: str


def _trades(text: str) -> tuple[Trade, ...]:
    return tuple(Trade(*each.split(":")) for each in text.split("; "))


TRADES: dict[str, tuple[Trade, ...]] = {
    "energy": _trades(
        "供电:Power Supply; 发电:Generation; 检修:Maintenance; 物资:Materials; 工程:Engineering;"
        " 燃料:Fuel; 综合能源:Energy Services; 信息通信:Communications"
    ),
    "manufacturing": _trades(
        "制造:Manufacturing; 装备:Equipment; 零部件:Parts; 销售:Sales; 研发:Research;"
        " 材料:Materials; 模具:Tools; 进出口:Trading"
    ),
    "consumer": _trades(
        "营销:Marketing; 配送:Distribution; 加工:Processing; 原料:Raw Materials; 包装:Packaging;"
        " 连锁:Chain Stores; 零售:Stores; 电商:Online Sales"
    ),
    "building": _trades(
        "建设:Building; 设计:Design; 监理:Supervision; 物业:Property Services; 安装:Installation;"
        " 勘察:Surveying; 装饰:Interiors; 路桥:Roads and Bridges"
    ),
    "transport": _trades(
        "运输:Transport; 货运:Freight; 客运:Passenger Services; 仓储:Storage; 港务:Port Services;"
        " 机务:Vehicle Services; 快运:Express; 供应链:Supply Chain"
    ),
    "services": _trades(
        "服务:Services; 咨询:Consulting; 网络:Networks; 数据:Data; 广告:Advertising;"
        " 租赁:Leasing; 科技:Technology; 培训:Training"
    ),
}
