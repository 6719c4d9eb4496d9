/** Both languages of every note that analyse and compare write; `{name}` is a param, said in the sentence's language. */
export const noteTexts: Record<string, { zh: string; en: string }> = {
  'sum-is-ours': {
    zh: '{label}，{organisation}：{terms} = {total}，为本简报相加所得，来源未载此合计。',
    en: '{label}, {organisation}: {terms} = {total} was added up here; no source states the sum.',
  },
  'cumulative-dates-differ': {
    zh: '{label}，{organisation}：{values} 为不同日期的累计数，未相加。',
    en: '{label}, {organisation}: {values} are running totals of different days, not added up.',
  },
  'not-additive': {
    zh: '{label}，{organisation}：{values} 按其性质不可相加，并列列出。',
    en: '{label}, {organisation}: {values} stand side by side; by their nature they do not add up.',
  },
  'different-givers': {
    zh: '{label}，{organisation}：{values} 出自不同提供方，分列，未相加。',
    en: '{label}, {organisation}: {values} are of different givers, shown apart and not added up.',
  },
  'kinds-differ': {
    zh: '{label}，{organisation}：{values} 所计事物不同，分列，未相加。',
    en: '{label}, {organisation}: {values} count different things, shown apart and not added up.',
  },
  'possible-overlap': {
    zh: '{label}，{organisation}：{values} 之间是否重叠，来源未说明，未相加。',
    en: '{label}, {organisation}: the sources do not say whether {values} overlap; not added up.',
  },
  'not-part-of-total': {
    zh: '{label}，{organisation}：不是上列“{total}”的组成部分，不可与之相比。',
    en: '{label}, {organisation}: not part of the figure in “{total}” above, and not comparable with it.',
  },
  'givers-differ': {
    zh: '各数字出自不同提供方，口径不同，比较时须留意。{whose}',
    en: 'The figures are of different givers and cover different circles: compare with care. {whose}',
  },
  'as-of-dates-differ': {
    zh: '各数字截止日期不同：{earliest}至{latest}。{whose}',
    en: 'As-of dates differ: from {earliest} to {latest}. {whose}',
  },
  'units-differ': {
    zh: '{label}：以不同单位（{units}）计量，未换算，未相加。',
    en: '{label}: counted in different units ({units}), not converted and not added up.',
  },
  'units-converted': {
    zh: '{label}：单位不同，按大者换算：{conversions}。',
    en: '{label}: printed in different units, shown in the larger one: {conversions}.',
  },
  'reprint-adds': {
    zh: '{reprint}的转载另有{sentences}句为所读文本所无，其中新增的内容以该转载为来源列出。首句：{first}',
    en: 'A reprint ({uri}) says more than the text that was read; what is new in its own sentences ({sentences}) is told with the reprint as source.',
  },
  'items-left-out': {
    zh: '有{count}类数字既无对应指标、又少有机构报告，未列入比较表，仅见于证据。',
    en: '{count} kinds of figures that the lens has no measure for and few organisations report have no row; they are in the evidence.',
  },
  'parts-add-up': {
    zh: '各分项相加：{parts} = {sum}{unit}，原文合计{approximation}{total}，相符。',
    en: 'The parts add up: {parts} = {sum}{unit}, stated as {approximation}{total}; consistent.',
  },
  'parts-differ': {
    zh: '各分项相加：{parts} = {sum}{unit}，超出原文合计{approximation}{total}，不相符。',
    en: 'The parts do not add up: {parts} = {sum}{unit}, more than the stated total of {approximation}{total}.',
  },
  'value-conflict': {
    zh: '同一日期的“{item}”有两个数字：{first}与{second}。',
    en: 'Two figures are given for {item} on the same day: {first} and {second}.',
  },
  'total-falls': {
    zh: '{organisation}“{item}”累计数变小：截至{day}为{first}，截至{later}为{second}。',
    en: 'A running total falls: {item} was {first} as of {day}, {second} as of {later}.',
  },
  'articles-differ': {
    zh: '{organisation}两篇文章的“{item}”不一致：截至{day}分别为{first}与{second}。',
    en: 'Two articles differ on {item} as of {day}: {first} and {second}.',
  },
  'damaged-date': {
    zh: '原文日期“{surface}”有残缺，只能读作{reading}，按此录入。',
    en: 'A date in the text is damaged (its digits: {surface}); it can only be {reading} and is read so.',
  },
  'unit-lost': {
    zh: '“{item}{surface}”的计量单位在原文中缺失。',
    en: 'The text lost the unit of a figure: {surface} ({item}).',
  },
  'count-announced': {
    zh: '文中称有{announced}项措施，正文分{found}节。',
    en: 'The article announces {announced} measures and has {found} sections.',
  },
  'implausible-jump': {
    zh: '{surface}是次大金额（{other}）的{times}倍；照原文录入，请核对。',
    en: '{surface} is {times} times the next largest sum ({other}); it stands as printed.',
  },
  'year-inferred': {
    zh: '部分日期未印年份，{year}年系据{from}推定。',
    en: 'The year {year} is not printed with every date; it was inferred from {from}.',
  },
  'time-inferred': {
    zh: '以发布日期或节日表述的时间（{words}）已换算为日期。',
    en: 'Times told from the day of publication or by a festival were turned into dates.',
  },
  'publication-date-missing': { zh: '文章未载发布日期。', en: 'The article shows no date of publication.' },
  'organisation-unknown': { zh: '未能确定文章所述机构。', en: 'No organisation could be named for this article.' },
  'figures-unread': {
    zh: '文章数字逾{most}个，只录入前{most}个。',
    en: 'The article states more than {most} figures; only the first {most} are read.',
  },
  'text-unread': {
    zh: '文章逾{most}字，只就前{most}字录入数字与事项。',
    en: 'The article has more than {most} characters; figures and deeds are read only of the first {most}.',
  },
  crosscheck: {
    zh: '{by}另行通读了文章：{of}个数字中{agreed}个读法相同，{differing}个不同；另有{besides}处被其视为数字。',
    en: '{by} read the article too: of {of} figures it reads {agreed} with the same value and {differing} with another; it takes {besides} more numbers for figures.',
  },
  'crosscheck-differs': {
    zh: '{by}将“{surface}”读作{other}，本简报未予采用。',
    en: '{by} reads “{surface}” as {other}; the figure stands as we read it.',
  },
  'crosscheck-besides': {
    zh: '{by}将“{surface}”视为数字，本简报未录入。',
    en: '{by} takes “{surface}” for a figure; the briefing does not.',
  },
  'crosscheck-withheld': {
    zh: '{lines}行文字形似对机器的指令，未送交另行通读。',
    en: 'Lines that look like instructions to a machine were not sent to the second reader: {lines}.',
  },
  'crosscheck-failed': {
    zh: '{by}未能通读全文。',
    en: '{by} did not read all of the article: {reason}.',
  },
  'no-facts': { zh: '文章未载任何数字。', en: 'The article states no figure.' },
  'not-chinese': { zh: '该来源不是中文。', en: 'The source is not in Chinese.' },
  'source-failed': { zh: '读取该来源时程序出错。', en: 'The program failed while it read this source.' },
  'further-pages': {
    zh: '该文分多页，其余各页未读。',
    en: 'The article goes on over other pages, which were not read.',
  },
  'no-article': { zh: '该页面没有正文。', en: 'There is no article on this page.' },
  mojibake: {
    zh: '文字编码损坏，部分字符无法辨认。',
    en: 'The text is damaged by a wrong encoding; some characters cannot be read.',
  },
  'correction-applied': {
    zh: '人工更正（{origin}）：“{surface}”{item}，{deed}。{reason}',
    en: 'Corrected by hand ({origin}): {item} {surface}, {deed}. {reasonEn}',
  },
  'correction-unmatched': {
    zh: '更正条目（{origin}）不再适用：{name}，“{figure}”，{trouble}。',
    en: 'A correction ({origin}) no longer applies: {name}, {figure}, {trouble}.',
  },
  'since-nothing-shared': {
    zh: '上一期的数字无一见于本期：两期所述内容不同。',
    en: 'No figure of the earlier edition is in this one: the two speak of different things.',
  },
  'since-other-lens': {
    zh: '上一期以另一视角（{lens}）读取：仅为其中一期所识别的数字会列为新增或不再报告。',
    en: 'The earlier edition was read with another lens ({lens}): figures that only one of the two finds are called new or gone.',
  },
  'since-other-lens-version': {
    zh: '上一期所用视角为第{before}版，本期为第{now}版：有的数字可能因本期方能识别而列为新增。',
    en: 'The earlier edition was read with version {before} of the lens, this one with version {now}: a figure may be new only because it is found now.',
  },
  'dictionary-words': {
    zh: '{count}个名词的英文取自 CC-CEDICT（CC BY-SA 4.0）：{words}。',
    en: 'Nouns whose English is from the dictionary CC-CEDICT (CC BY-SA 4.0), not from the terms: {count}.',
  },
  'source-left-out': { zh: '有来源未能读取：{uri}。', en: 'A source was left out: {uri}.' },
}

/** Many findings of one kind in one row: only how many organisations it concerns. */
export const countedNoteTexts: Record<string, { zh: string; en: string }> = {
  'sum-is-ours': {
    zh: '{label}：标 Σ 的合计为本简报相加所得，来源未载（{organisations} 家机构）。',
    en: '{label}: sums marked Σ were added up here, no source states them ({organisations} organisations).',
  },
  'possible-overlap': {
    zh: '{label}：同格并列的数字可能重叠，未相加（{organisations} 家机构）。',
    en: '{label}: figures side by side in one cell may overlap and are not added up ({organisations} organisations).',
  },
  'different-givers': {
    zh: '{label}：同格并列的数字出自不同提供方，未相加（{organisations} 家机构）。',
    en: '{label}: figures side by side in one cell are of different givers and are not added up ({organisations} organisations).',
  },
  'kinds-differ': {
    zh: '{label}：同格并列的数字所计事物不同，未相加（{organisations} 家机构）。',
    en: '{label}: figures side by side in one cell count different things and are not added up ({organisations} organisations).',
  },
  'cumulative-dates-differ': {
    zh: '{label}：不同日期的累计数并列，未相加（{organisations} 家机构）。',
    en: '{label}: running totals of different days stand side by side and are not added up ({organisations} organisations).',
  },
  'not-additive': {
    zh: '{label}：同格并列的数字按其性质不可相加（{organisations} 家机构）。',
    en: '{label}: figures side by side in one cell do not add up by their nature ({organisations} organisations).',
  },
  'not-part-of-total': {
    zh: '{label}：并非所有数字都是上列合计的组成部分（{organisations} 家机构）。',
    en: '{label}: not every figure here is part of the total above it ({organisations} organisations).',
  },
  'givers-differ': {
    zh: '各数字出自不同提供方，口径不同，比较时须留意（{organisations} 家机构）。',
    en: 'The figures are of different givers and cover different circles: compare with care ({organisations} organisations).',
  },
  'as-of-dates-differ': {
    zh: '各数字截止日期不同：{earliest}至{latest}（{organisations} 家机构）。',
    en: 'As-of dates differ: from {earliest} to {latest} ({organisations} organisations).',
  },
}
